using Creative.Core.ActiveLearning;
using Creative.Core.ActiveLearning.Acquisition;
using Creative.Core.Numerics;

namespace Creative.Bench.Labels;

/// <summary>
/// For comparison and no strategy: it knows which families are rare, asks about nothing else, and there about what makes
/// forecasts of them surest.
/// </summary>
internal sealed class RareAlone : IAcquisition
{
    private readonly int[] _places; // of rare candidates among all
    private readonly Dictionary<int, int> _rowOf;
    private readonly IAcquisition _among;

    private RareAlone(QueueState state, IReadOnlySet<string> rare, SeededRandom random)
    {
        _places = [.. Enumerable.Range(0, state.Candidates.Count).Where(place => rare.Contains(state.Candidates[place].Family))];
        _rowOf = _places.Index().ToDictionary(one => one.Item, one => one.Index);
        // When all of them are judged, there is nothing left to ask.
        _among = _places.Length == 0
            ? new RandomDraw(0)
            : VarianceReduction.Of(state with { Candidates = [.. _places.Select(place => state.Candidates[place])] }, random, towardsThreshold: true);
    }

    public int Remaining => _among.Remaining;

    public static Strategy Of(IReadOnlySet<string> rare) => (state, random) => new RareAlone(state, rare, random);

    public int Draw(SeededRandom random) => _places[_among.Draw(random)];

    public double Chance(int item) => _rowOf.TryGetValue(item, out var row) ? _among.Chance(row) : 0;

    public void Take(int item)
    {
        if (_rowOf.TryGetValue(item, out var row))
        {
            _among.Take(row);
        }
    }
}
