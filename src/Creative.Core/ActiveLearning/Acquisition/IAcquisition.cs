using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>Chooses among a number of items, one after the other, knowing what was taken before.</summary>
public interface IAcquisition
{
    /// <value>Items not taken yet.</value>
    int Remaining { get; }

    /// <summary>The place of the next item, which it does not take yet.</summary>
    /// <exception cref="InvalidOperationException">All are taken.</exception>
    int Draw(SeededRandom random);

    /// <summary>With what chance the next draw is this item, 0 to 1.</summary>
    double Chance(int item);

    /// <summary>Takes an item out, by whomever it was drawn.</summary>
    void Take(int item);
}
