using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>By lot, each with the same chance.</summary>
public sealed class RandomDraw(int count) : IAcquisition
{
    private readonly Remainder _left = new(count);

    public int Remaining => _left.Count;

    public int Draw(SeededRandom random) => _left[random.Below(Math.Max(1, _left.Count))];

    public double Chance(int item) => _left.Contains(item) ? 1.0 / _left.Count : 0;

    public void Take(int item) => _left.Take(item);
}
