using System.Collections.Immutable;
using Creative.Core.Labeling;
using Xunit;

namespace Creative.Core.Tests.Labeling;

public sealed class JudgementRulesTests
{
    private static readonly ImmutableArray<Dimension> Dimensions = DimensionCatalogue.Default.For(ItemKinds.Element);

    [Fact]
    public void A_verdict_alone_is_a_judgement() => Assert.Empty(JudgementRules.Check(Judgement.Of(Verdict.Unsure), Dimensions));

    [Fact]
    public void Scores_and_marks_within_their_ranges_pass() => Assert.Empty(JudgementRules.Check(
        new Judgement(Verdict.Unusable, Scores(("hue", 1), ("shape", 5)), [new Mark("shape", "warped", 0, 1, .5), new Mark("perspective", "slanted", .3, .2, .005)]),
        Dimensions));

    [Fact]
    public void Everything_wrong_is_named_at_once()
    {
        var problems = JudgementRules.Check(
            new Judgement(
                (Verdict)9, Scores(("hue", 6), ("shape", 0), ("<script>", 3)),
                [new Mark("hue", "warped", .5, .5, .1), new Mark("shape", "speck", double.NaN, 1.01, .51)]),
            Dimensions);

        Assert.Equal(
            ["verdict", "scores", "scores[hue]", "scores[shape]", "marks[0].dimension", "marks[1].kind", "marks[1].x", "marks[1].y", "marks[1].radius"],
            problems.Select(problem => problem.Field));
        Assert.DoesNotContain(problems, problem => problem.Message.Contains("script", StringComparison.Ordinal));
    }

    [Fact]
    public void Marks_are_bounded()
    {
        var marks = Enumerable.Repeat(new Mark("shape", "warped", .5, .5, .1), Judgement.MostMarks + 1);

        Assert.Equal("marks", Assert.Single(JudgementRules.Check(new Judgement(Verdict.Unusable, Scores(), [.. marks]), Dimensions)).Field);
    }

    [Fact]
    public void Known_answers_allow_what_their_tolerance_says()
    {
        var known = new KnownAnswer(Verdict.Unusable, Scores(("hue", 4), ("shape", 2)), 1, null, []);
        var near = known.Compare(new Judgement(Verdict.Unusable, Scores(("hue", 5), ("saturation", 1)), []));
        var far = known.Compare(new Judgement(Verdict.Unusable, Scores(("hue", 3), ("shape", 4)), []));

        Assert.True(near.Passed);
        Assert.Equal(1, near.Differences["hue"]);
        Assert.False(far.Passed);
        Assert.Equal("shape", Assert.Single(far.Missed));
        Assert.False(known.Compare(Judgement.Of(Verdict.Unsure)).Passed);
    }

    private static ImmutableSortedDictionary<string, int> Scores(params (string Id, int Score)[] scores) =>
        scores.ToImmutableSortedDictionary(score => score.Id, score => score.Score, StringComparer.Ordinal);
}
