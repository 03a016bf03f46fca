using System.Collections.Immutable;
using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;
using Creative.Core.Statistics.Curves;
using Xunit;

namespace Creative.Core.Tests.Scoring.Learning;

public sealed class LearnedScorerTests
{
    private static readonly SyntheticElements World = new(1);

    [Fact]
    public void Tells_usable_elements_from_unusable_ones()
    {
        var snapshot = World.Taught(300, 2).Snapshot();
        var tried = Tried(1000, 3);
        var chances = tried.Select(one => snapshot.Foresee(one.Inputs).Usable).ToArray();

        Assert.True(Auroc.Of(chances, [.. tried.Select(one => one.Judged.Verdict == Verdict.Usable)]) > .88);
        Assert.Equal(chances[5], snapshot.ForeseeUsable(tried[5].Inputs));
    }

    [Fact]
    public void Scores_lie_within_the_foreseen_spread_as_often_as_it_says()
    {
        var snapshot = World.Taught(150, 4).Snapshot();
        var held = (from one in Tried(500, 5)
                    from foreseen in snapshot.Foresee(one.Inputs).All
                    where foreseen.Target != ScoringTarget.Usable && World.Truth(one.Inputs).All(truth => truth is > 1.5 and < 4.5)
                    let spread = Math.Sqrt((foreseen.Deviation * foreseen.Deviation) + (foreseen.Noise * foreseen.Noise))
                    select Math.Abs(one.Judged.Scores[foreseen.Target] - foreseen.Value) < 1.645 * spread).ToArray();

        Assert.InRange(held.Count(one => one) / (double)held.Length, .86, .94); // 90 % is what it says
    }

    [Fact]
    public void Of_those_with_a_foreseen_chance_that_share_is_usable()
    {
        var snapshot = World.Taught(400, 6).Snapshot();
        var bins = Tried(3000, 7)
            .Select(one => (Chance: snapshot.Foresee(one.Inputs).Usable, Usable: one.Judged.Verdict == Verdict.Usable ? 1.0 : 0))
            .GroupBy(one => Math.Min(4, (int)(one.Chance * 5))).ToArray();
        var off = bins.Sum(bin => bin.Count() * Math.Abs(bin.Average(one => one.Chance) - bin.Average(one => one.Usable))) / 3000;

        Assert.Equal(5, bins.Length);
        Assert.True(off < .04, $"expected calibration error {off}");
    }

    [Fact]
    public void A_snapshot_stays_as_it_was()
    {
        var (scorer, inputs) = (World.Taught(80, 8), SyntheticElements.Draw(new SeededRandom(9)));
        var snapshot = scorer.Snapshot();
        var before = snapshot.Foresee(inputs).All.ToArray();
        scorer.Learn(inputs, Lesson.Of(Judgement.Of(Verdict.Unusable)));
        scorer.Retune();

        Assert.Equal(before, snapshot.Foresee(inputs).All);
        Assert.NotEqual(snapshot.Version, scorer.Snapshot().Version);
        Assert.NotEqual(before, scorer.Snapshot().Foresee(inputs).All);
    }

    [Fact]
    public void Goes_on_after_a_restart_bit_by_bit()
    {
        var (scorer, random) = (World.Taught(70, 10, waves: 24), new SeededRandom(11));
        var again = ScorerSnapshot.Read(scorer.Snapshot().Bytes.AsSpan()).Continue();
        foreach (var one in new[] { scorer, again })
        {
            var judged = new SeededRandom(12);
            for (var i = 0; i < 40; i++)
            {
                var inputs = SyntheticElements.Draw(judged);
                one.Learn(inputs, Lesson.Of(World.Judge(inputs, judged)));
            }

            one.Retune();
        }

        Assert.Equal(scorer.Snapshot().Version, again.Snapshot().Version);
        Assert.Equal(110, again.Judgements);
    }

    [Fact]
    public void A_changed_or_shortened_file_is_refused()
    {
        var bytes = World.Taught(5, 13).Snapshot().Bytes.ToArray();
        bytes[200] ^= 1;

        Assert.Throws<InvalidDataException>(() => ScorerSnapshot.Read(bytes));
        bytes[200] ^= 1;
        Assert.Throws<InvalidDataException>(() => ScorerSnapshot.Read(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Throws<InvalidDataException>(() => ScorerSnapshot.Read([]));
        Assert.Equal(5, ScorerSnapshot.Read(bytes).Judgements);
    }

    [Fact]
    public void Undo_takes_back_what_a_judgement_taught()
    {
        var (scorer, random) = (World.Taught(60, 14), new SeededRandom(15));
        var (inputs, wrong) = (SyntheticElements.Draw(random), SyntheticElements.Draw(random));
        var before = scorer.Snapshot().Foresee(inputs);
        var lessons = Lesson.Of(World.Judge(wrong, random));
        scorer.Learn(wrong, lessons);
        scorer.Forget(wrong, lessons);
        var after = scorer.Snapshot().Foresee(inputs);

        Assert.Equal(60, scorer.Judgements);
        Assert.All(before.All.Zip(after.All), pair => Assert.Equal(pair.First.Value, pair.Second.Value, 9));
    }

    [Fact]
    public void What_usable_elements_of_a_prompt_look_like_is_learnt_kept_and_taken_back()
    {
        var (scorer, random) = (Prompted(300, 18), new SeededRandom(19));
        var (usual, wrong) = (Asked(0, 0, random), Asked(0, 1, random));
        var snapshot = scorer.Snapshot();
        var before = snapshot.Foresee(usual);

        Assert.True(before.Usable > snapshot.Foresee(wrong).Usable + .3, $"{before.Usable} {snapshot.Foresee(wrong).Usable}");
        Assert.True(snapshot.Foresee(wrong).Unlikeness > 2 * before.Unlikeness);
        Assert.Equal(snapshot.Version, ScorerSnapshot.Read(snapshot.Bytes.AsSpan()).Continue().Snapshot().Version);

        scorer.Learn(wrong, [new Lesson(ScoringTarget.Usable, 1, 1)]);
        scorer.Forget(wrong, [new Lesson(ScoringTarget.Usable, 1, 1)]);
        Assert.Equal(before.Unlikeness!.Value, scorer.Snapshot().Foresee(usual).Unlikeness!.Value, 9);
        Assert.Null(World.Taught(5, 20).Snapshot().Foresee(SyntheticElements.Draw(random)).Unlikeness);
    }

    /// <summary>Two prompts, each with a look; designers find usable what has the look of its prompt, which is so two times of three.</summary>
    private static LearnedScorer Prompted(int judgements, ulong seed)
    {
        var (scorer, random) = (new LearnedScorer(FeatureMap.For(new InputLayout(4, 0, 3)), ScoringTarget.For(SyntheticElements.Dimensions)), new SeededRandom(seed));
        for (var i = 0; i < judgements; i++)
        {
            var (asked, shown) = (i % 2, random.Below(3) == 0 ? 1 - (i % 2) : i % 2);
            scorer.Learn(Asked(asked, shown, random), [new Lesson(ScoringTarget.Usable, asked == shown ? 1 : 0, 1)]);
        }

        scorer.Retune();
        return scorer;
    }

    private static float[] Asked(int asked, int shown, SeededRandom random) =>
        [.. Enumerable.Range(0, 4).Select(k => (float)((k % 2 == shown ? .5 : 0) + (.1 * random.NextNormal()))), 3, 1 - asked, asked];

    [Fact]
    public void Shares_explain_the_whole_value()
    {
        var forecast = World.Taught(200, 16).Snapshot().Foresee(SyntheticElements.Draw(new SeededRandom(17)));
        var shares = forecast.Explain();

        Assert.Equal([ScoringTarget.Usable, .. SyntheticElements.Dimensions.Select(one => one.Id)], shares.Select(share => share.Target));
        Assert.Equal(1, shares.Sum(share => share.Share), 12);
        Assert.InRange(forecast.Value, .01, 1);
        Assert.InRange(forecast.Deviation, .001, .3);
        Assert.Throws<KeyNotFoundException>(() => forecast["taste"]);
    }

    [Fact]
    public void Raters_are_corrected_before_they_teach()
    {
        var judgement = new Judgement(Verdict.Unsure, Scores(("hue", 5), ("shape", 2)), []);
        var rater = new RaterCorrection(Doubles(("hue", .5)), Doubles(("hue", 1.2), ("shape", .1)));

        Assert.Equal(
            [new Lesson("hue", 4.5, .25), new Lesson("shape", 2, 2)],
            Lesson.Of(judgement, rater).Select(lesson => lesson with { Weight = Math.Round(lesson.Weight, 9) }));
        Assert.Equal(new Lesson(ScoringTarget.Usable, 0, 1), Assert.Single(Lesson.Of(Judgement.Of(Verdict.Unusable))));
    }

    private static (float[] Inputs, Judgement Judged)[] Tried(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => SyntheticElements.Draw(random)).Select(inputs => (inputs, World.Judge(inputs, random)))];
    }

    private static ImmutableSortedDictionary<string, int> Scores(params (string, int)[] scores) =>
        scores.ToImmutableSortedDictionary(one => one.Item1, one => one.Item2);

    private static ImmutableSortedDictionary<string, double> Doubles(params (string, double)[] values) =>
        values.ToImmutableSortedDictionary(one => one.Item1, one => one.Item2);
}
