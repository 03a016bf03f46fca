using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Scoring;
using Creative.Core.Scoring.Learning;
using Xunit;

namespace Creative.Core.Tests.Scoring.Learning;

public sealed class LearnedElementScorerTests
{
    private const string Prompt = "red gift box, single bow";

    private static readonly ElementFeaturizer Featurizer = new(new MeanColour());

    [Fact]
    public void Before_enough_judgements_what_can_be_measured_decides()
    {
        using var image = Picture(200, 30, 30);
        var scorer = new LearnedElementScorer(Featurizer, Taught(50), new ElementHeuristics(), 51);
        var (ours, heuristics) = (scorer.Score(image, Prompt), new ElementHeuristics().Score(image, Prompt));

        Assert.Equal(heuristics.Value, ours.Value);
        Assert.Equal((ElementHeuristics.Name, ElementHeuristics.Name), (scorer.Version, ours.ScorerVersion));
        Assert.Null(ours.Deviation);
    }

    [Fact]
    public void What_designers_liked_is_chosen_and_explained()
    {
        var snapshot = Taught(200);
        var scorer = new LearnedElementScorer(Featurizer, snapshot, new ElementHeuristics());
        using PixelImage liked = Picture(190, 40, 30), other = Picture(30, 40, 190);
        var (good, bad) = (scorer.Score(liked, Prompt), scorer.Score(other, Prompt));

        Assert.True(good.Value > bad.Value + .2, $"{good.Value} {bad.Value}");
        Assert.Equal($"learned {snapshot.Version}", good.ScorerVersion);
        Assert.Equal(scorer.Version, good.ScorerVersion);
        Assert.InRange(good.Deviation!.Value, 0, .5);
        Assert.Equal(7, good.Figures.TakeWhile(figure => figure.Name != LearnedElementScorer.Measured).Count());
        Assert.Equal(new ElementHeuristics().Score(liked, Prompt).Value, good.Figures.Single(figure => figure.Name == LearnedElementScorer.Measured).Measured, 12);
        Assert.Equal(1, good.Figures.Sum(figure => figure.Share ?? 0), 9);
        Assert.True(bad.Figures.Single(figure => figure.Name == "unlikeness").Measured > 4 * good.Figures.Single(figure => figure.Name == "unlikeness").Measured);
    }

    [Fact]
    public void Candidates_are_scored_in_the_light_of_each_other()
    {
        var scorer = new LearnedElementScorer(Featurizer, Taught(200), new ElementHeuristics());
        PixelImage[] candidates = [Picture(120, 90, 30), Picture(121, 90, 31), Picture(190, 40, 120), Picture(120, 91, 30)];
        var (together, alone) = (scorer.Score(candidates, "teal wallet, with card"), candidates.Select(one => scorer.Score(one, "teal wallet, with card")).ToArray());

        Assert.Equal(2, Enumerable.Range(0, 4).MinBy(i => together[i].Value - alone[i].Value));
        Assert.All(together, score => Assert.Equal(scorer.Version, score.ScorerVersion));
        Array.ForEach(candidates, image => image.Dispose());
    }

    [Fact]
    public void A_snapshot_of_other_inputs_is_refused()
    {
        using var image = Picture(1, 2, 3);
        var foreign = new LearnedElementScorer(Featurizer, new SyntheticElements(1).Taught(200, 1).Snapshot(), new ElementHeuristics());

        Assert.Throws<ArgumentException>(() => foreign.Score(image, Prompt));
    }

    /// <summary>Red ones are usable and score 5, blue ones are not and score 1.</summary>
    private static ScorerSnapshot Taught(int judgements)
    {
        var scorer = new LearnedScorer(FeatureMap.For(Featurizer.Layout), ScoringTarget.For(SyntheticElements.Dimensions));
        for (var i = 0; i < judgements; i++)
        {
            using var image = i % 2 == 0 ? Picture((byte)(180 + (i % 40)), 40, (byte)(i % 60)) : Picture((byte)(i % 60), 40, (byte)(180 + (i % 40)));
            var lessons = SyntheticElements.Dimensions.Select(one => new Lesson(one.Id, i % 2 == 0 ? 5 : 1, 1));
            scorer.Learn(Featurizer.Describe([(image, Prompt)], default)[0], [new Lesson(ScoringTarget.Usable, (i + 1) % 2, 1), .. lessons]);
        }

        scorer.Retune();
        return scorer.Snapshot();
    }

    /// <summary>A solid middle on a clear ground, 24 × 40.</summary>
    private static PixelImage Picture(byte r, byte g, byte b)
    {
        var image = PixelImage.Create(new CanvasSize(24, 40), 4);
        for (var y = 8; y < 32; y++)
        {
            for (var x = 6; x < 18; x++)
            {
                ((ReadOnlySpan<byte>)[r, g, (byte)Math.Max(0, b - ((x + y) % 2)), 255]).CopyTo(image.Row(y).Slice(x * 4, 4));
            }
        }

        return image;
    }

    private sealed class MeanColour : IImageEmbedder
    {
        public ModelIdentity Model { get; } = new("mean-colour", "1", new string('0', 64));

        public int Length => 3;

        public IReadOnlyList<float[]> Embed(IReadOnlyList<PixelImage> images, CancellationToken cancellation) => [.. images.Select(Mean)];

        private static float[] Mean(PixelImage image)
        {
            var sums = new float[3];
            for (var i = 0; i < image.Pixels.Length; i++)
            {
                sums[Math.Min(i % 4, 2)] += i % 4 < 3 ? image.Pixels[i] : 0;
            }

            var length = MathF.Sqrt(sums.Sum(sum => sum * sum));
            return [.. sums.Select(sum => sum / length)];
        }
    }
}
