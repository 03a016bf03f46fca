using Creative.Core.ActiveLearning;
using Creative.Core.Numerics;
using Creative.Core.Tests.Scoring.Learning;
using Xunit;

namespace Creative.Core.Tests.ActiveLearning;

public sealed class UsableRateEstimateTests
{
    /// <summary>The queue prefers items that are seldom usable; the weighted estimate does not mind.</summary>
    [Fact]
    public void Weighting_takes_out_what_the_queue_prefers()
    {
        var random = new SeededRandom(1);
        var world = new SyntheticElements(2);
        Candidate[] candidates = [.. Enumerable.Range(0, 50).Select(i => new Candidate($"{i}", SyntheticElements.Draw(random)))];
        var usable = candidates.ToDictionary(candidate => candidate.Id, candidate => candidate.Inputs![0] < .3 ? 1.0 : 0);
        var truth = usable.Values.Average();
        var state = new QueueState(candidates, [], [], [], world.Taught(40, 3).Snapshot());
        var (weighted, plain) = (new List<double>(), new List<double>());
        for (ulong seed = 0; seed < 300; seed++)
        {
            var picks = QueueChooser.Choose(new QueueMix(.7, .3, 0, 0, 0), state, 20, new SeededRandom(seed), (_, _) => new SeldomUsable(candidates));
            weighted.Add(UsableRateEstimate.Weighted([.. picks.Select(pick => new WeightedJudgement(usable[pick.ItemId], pick.Probability))], 50)!.Value);
            plain.Add(picks.Average(pick => usable[pick.ItemId]));
        }

        var error = Math.Sqrt(weighted.Sum(one => (one - weighted.Average()) * (one - weighted.Average()))) / weighted.Count;
        Assert.InRange(weighted.Average(), truth - (3.5 * error), truth + (3.5 * error));
        Assert.True(plain.Average() < truth - .2, $"{plain.Average()} {truth}");
    }

    [Fact]
    public void All_items_judged_give_their_mean() =>
        Assert.Equal(.75, UsableRateEstimate.Weighted([new(1, .25), new(1, 1 / 3.0), new(0, .5), new(1, 1)], 4)!.Value, 12);

    [Fact]
    public void The_random_stream_alone_has_an_interval()
    {
        Assert.Equal(.7, UsableRateEstimate.FromRandomStream(210, 300)!.Value.Rate, 12);
        Assert.Null(UsableRateEstimate.FromRandomStream(0, 0));
        Assert.Null(UsableRateEstimate.Weighted([], 4));
    }

    [Fact]
    public void Impossible_chances_are_refused()
    {
        Assert.Throws<ArgumentException>(() => UsableRateEstimate.Weighted([new(1, 0)], 3));
        Assert.Throws<ArgumentException>(() => UsableRateEstimate.Weighted([new(1, .5), new(1, .5)], 1));
    }

    private sealed class SeldomUsable(Candidate[] candidates) : Core.ActiveLearning.Acquisition.HighestFirst(candidates.Length)
    {
        protected override double Worth(int item) => candidates[item].Inputs![0];
    }
}
