using Creative.Core.ActiveLearning;
using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;
using Creative.Core.Tests.Scoring.Learning;
using Xunit;

namespace Creative.Core.Tests.ActiveLearning;

public sealed class QueueChooserTests
{
    private static readonly ScorerSnapshot Scorer = new SyntheticElements(3).Taught(80, 4).Snapshot();

    private static readonly QueueState State = new(
        Candidates(60, 5),
        [.. Enumerable.Range(0, 20).Select(i => new JudgedItem($"judged{i}", null, [new RaterVerdict(Verdict.Usable, .9)]))],
        [.. Enumerable.Range(0, 20).Select(i => $"gold{i}")],
        [.. Enumerable.Range(0, 20).Select(i => $"repeat{i}")],
        Scorer);

    public static TheoryData<string> Names => [.. Strategies.All.Select(strategy => strategy.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_strategy_brings_each_item_once_and_no_more_than_asked(string name)
    {
        var strategy = Strategies.All.Single(one => one.Name == name).Choose;
        var state = State with { Judged = [], Gold = [], Repeats = [] };
        var some = QueueChooser.Choose(QueueMix.Default, state, 15, new SeededRandom(1), strategy);
        var all = QueueChooser.Choose(QueueMix.Default, state, 200, new SeededRandom(1), strategy);

        Assert.Equal(15, some.Length);
        Assert.Equal(some, all.Take(15));
        Assert.Equal(state.Candidates.Select(candidate => candidate.Id).Order(), all.Select(pick => pick.ItemId).Order());
        Assert.All(all, pick => Assert.InRange(pick.Probability, .2 / 60, 1 + 1e-12));
        Assert.Equal(Enumerable.Range(1, 60).Reverse(), all.Select(pick => pick.Remaining));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Goes_on_with_the_other_streams_when_everything_was_judged(string name)
    {
        var strategy = Strategies.All.Single(one => one.Name == name).Choose;
        var picks = QueueChooser.Choose(QueueMix.Default, State with { Candidates = [] }, 12, new SeededRandom(1), strategy);

        Assert.Equal(12, picks.Length);
        Assert.All(picks, pick => Assert.Contains(pick.Strategy, new[] { QueueChooser.Gold, QueueChooser.Repeat, QueueChooser.Relabel }));
    }

    [Fact]
    public void Streams_come_in_their_shares()
    {
        var random = new SeededRandom(6);
        var picks = Enumerable.Range(0, 400).SelectMany(_ => QueueChooser.Choose(QueueMix.Default, State, 5, random)).CountBy(pick => pick.Strategy).ToDictionary();

        Assert.All(
            [(QueueChooser.Informative, .6), (QueueChooser.Random, .2), (QueueChooser.Gold, .07), (QueueChooser.Repeat, .05), (QueueChooser.Relabel, .08)],
            ((string Stream, double Share) one) => Assert.InRange(picks[one.Stream] / 2000.0, one.Share - .03, one.Share + .03));
    }

    [Fact]
    public void An_item_is_chosen_as_often_as_its_probability_says()
    {
        var state = State with { Candidates = Candidates(6, 7) };
        var (picked, told) = (new Dictionary<string, int>(), new Dictionary<string, double>());
        for (ulong seed = 0; seed < 3000; seed++)
        {
            // The lots of the strategy itself cannot differ: it regards all six.
            var pick = QueueChooser.Choose(QueueMix.Default, state, 1, new SeededRandom(seed)).Single();
            picked[pick.ItemId] = picked.GetValueOrDefault(pick.ItemId) + 1;
            told[pick.ItemId] = pick.Probability;
        }

        Assert.All(told.Where(one => !one.Key.StartsWith("judged", StringComparison.Ordinal)), one =>
            Assert.InRange(picked[one.Key] / 3000.0, one.Value - .03, one.Value + .03));
        Assert.Equal(.8, told.Where(one => one.Key.StartsWith("item", StringComparison.Ordinal)).Sum(one => one.Value), 9);
    }

    [Fact]
    public void The_order_of_candidates_does_not_matter_to_what_teaches_most()
    {
        var state = State with { Judged = [], Gold = [], Repeats = [] };
        var mix = new QueueMix(1, 0, 0, 0, 0);
        var (one, other) = (
            QueueChooser.Choose(mix, state, 8, new SeededRandom(8)),
            QueueChooser.Choose(mix, state with { Candidates = [.. state.Candidates.Reverse()] }, 8, new SeededRandom(8)));

        Assert.Equal(one.Select(pick => pick.ItemId), other.Select(pick => pick.ItemId));
    }

    [Fact]
    public void Before_the_scorer_knows_enough_informative_ones_come_by_lot()
    {
        var picks = QueueChooser.Choose(new QueueMix(.8, .2, 0, 0, 0), State with { Scorer = null }, 10, new SeededRandom(9));

        Assert.All(picks, pick => Assert.Equal(1.0 / pick.Remaining, pick.Probability, 12));
    }

    [Fact]
    public void An_empty_stream_leaves_its_share_to_the_others()
    {
        var state = new QueueState([], [], ["gold"], [], null);
        var pick = Assert.Single(QueueChooser.Choose(QueueMix.Default, state, 5, new SeededRandom(10)));

        Assert.Equal(("gold", QueueChooser.Gold, 1.0), (pick.ItemId, pick.Strategy, pick.Probability));
        Assert.Empty(QueueChooser.Choose(QueueMix.Default, state with { Gold = [] }, 5, new SeededRandom(10)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_queue() => Assert.Equal(
        QueueChooser.Choose(QueueMix.Default, State, 25, new SeededRandom(11)).ToArray(),
        QueueChooser.Choose(QueueMix.Default, State, 25, new SeededRandom(11)));

    [Fact]
    public void A_mix_names_everything_wrong_with_it()
    {
        Assert.Empty(QueueMix.Default.Check());
        Assert.Equal(
            ["mix.gold", "mix.relabel", "mix.random", "mix"],
            new QueueMix(.9, .01, double.NaN, 0, -.1).Check().Select(problem => problem.Field));
    }

    private static Candidate[] Candidates(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(i => new Candidate($"item{i}", SyntheticElements.Draw(random)))];
    }
}
