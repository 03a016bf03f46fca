using Creative.Core.ActiveLearning;
using Xunit;

namespace Creative.Core.Tests.ActiveLearning;

public sealed class StoppingAdviceTests
{
    private static readonly int[] Verdicts = [.. Enumerable.Range(0, 100).Select(i => i % 3 == 0 ? 0 : 1)];
    private static readonly int[] Others = [.. Verdicts.Select((verdict, i) => i < 10 ? 1 - verdict : verdict)];

    [Fact]
    public void Two_signs_that_agree_say_stop()
    {
        var advice = StoppingAdvice.Of(new LearningCourse([Verdicts, Verdicts, Verdicts, Verdicts], [(1000, .2), (1600, .199)], 1600, null));

        Assert.True(advice.Stop);
        Assert.Equal([StoppingSignKind.ScorerSettled, StoppingSignKind.UncertaintyFlat, StoppingSignKind.NothingPlanned], advice.Signs.Select(sign => sign.Kind));
        Assert.Equal([0.99, 500, 0], advice.Signs.Select(sign => sign.Reference));
        // 0.5 % in 600 judgements.
        Assert.Equal(0.005 * 500 / 600, advice.Signs[1].Value, 12);
    }

    [Fact]
    public void One_sign_does_not()
    {
        Assert.False(StoppingAdvice.Of(new LearningCourse([Verdicts, Others, Verdicts, Others], [(1000, .2), (1600, .199)], 1600, 5000)).Stop);
        Assert.False(StoppingAdvice.Of(new LearningCourse([Verdicts, Verdicts, Verdicts, Verdicts], [(1000, .2), (1600, .15)], 1600, null)).Stop);
    }

    [Fact]
    public void Uncertainty_is_followed_from_the_first_scorer_on_and_not_from_the_first_judgement() => Assert.Equal(
        new StoppingSign(StoppingSignKind.UncertaintyTooYoung, 300, 500),
        StoppingAdvice.Of(new LearningCourse([], [(1000, .2), (1300, .19)], 1300, null)).Signs[1]);

    [Fact]
    public void A_spent_budget_counts_as_a_sign() =>
        Assert.True(StoppingAdvice.Of(new LearningCourse([Verdicts, Verdicts, Verdicts, Verdicts], [], 800, 800)).Stop);

    [Fact]
    public void With_nothing_to_go_by_it_goes_on() => Assert.False(StoppingAdvice.Of(new LearningCourse([], [], 0, null)).Stop);
}
