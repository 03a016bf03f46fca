using System.Collections.Immutable;
using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;

namespace Creative.Core.Tests.Scoring.Learning;

/// <summary>Elements of twelve numbers whose true scores are linear in them, and raters with a known spread.</summary>
internal sealed class SyntheticElements
{
    public const int Inputs = 12;
    public const double Spread = 0.5;

    private readonly double[][] _weights;

    public SyntheticElements(ulong seed)
    {
        var random = new SeededRandom(seed);
        _weights = [.. Dimensions.Select(_ => Enumerable.Range(0, Inputs).Select(_ => random.NextNormal() * 0.35).ToArray())];
    }

    public static ImmutableArray<Dimension> Dimensions { get; } = DimensionCatalogue.Default.For(ItemKinds.Element);

    public static LearnedScorer NewScorer(int waves = 0) => new(new FeatureMap(new InputLayout(0, Inputs, 0), waves, 2), ScoringTarget.For(Dimensions));

    public static float[] Draw(SeededRandom random) => [.. Enumerable.Range(0, Inputs).Select(_ => (float)random.NextNormal())];

    /// <summary>In points, by dimension.</summary>
    public double[] Truth(float[] inputs) => [.. _weights.Select(weights => 3.2 + weights.Zip(inputs, (a, b) => a * b).Sum())];

    /// <summary>Usable when the mean of what the rater sees is 3 or more.</summary>
    public Judgement Judge(float[] inputs, SeededRandom random)
    {
        double[] seen = [.. Truth(inputs).Select(truth => truth + (Spread * random.NextNormal()))];
        return new Judgement(
            seen.Average() >= 3 ? Verdict.Usable : Verdict.Unusable,
            Dimensions.Zip(seen).ToImmutableSortedDictionary(one => one.First.Id, one => (int)Math.Clamp(Math.Round(one.Second), 1, 5), StringComparer.Ordinal),
            []);
    }

    public LearnedScorer Taught(int judgements, ulong seed, int waves = 0)
    {
        var (scorer, random) = (NewScorer(waves), new SeededRandom(seed));
        for (var i = 0; i < judgements; i++)
        {
            var inputs = Draw(random);
            scorer.Learn(inputs, Lesson.Of(Judge(inputs, random)));
            if (scorer.WantsTuning)
            {
                scorer.Retune();
            }
        }

        return scorer;
    }
}
