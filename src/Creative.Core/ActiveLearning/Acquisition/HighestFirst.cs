using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>The item with the highest worth, the first of equal ones; worths may change with what is taken.</summary>
public abstract class HighestFirst(int count) : IAcquisition
{
    private int? _best;

    private protected Remainder Left { get; } = new(count);

    public int Remaining => Left.Count;

    public int Draw(SeededRandom random) => _best ??= Best();

    public double Chance(int item) => item == (_best ??= Best()) ? 1 : 0;

    public void Take(int item)
    {
        Left.Take(item);
        _best = null;
        Taken(item);
    }

    protected abstract double Worth(int item);

    /// <summary>Changes the worths after an item was taken.</summary>
    protected virtual void Taken(int item)
    {
    }

    private int Best()
    {
        var best = Left[0];
        var most = Worth(best);
        for (var place = 1; place < Left.Count; place++)
        {
            var item = Left[place];
            var worth = Worth(item);
            (best, most) = worth > most || (worth == most && item < best) ? (item, worth) : (best, most);
        }

        return best;
    }
}
