using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>By lot, each with a chance in proportion to its weight; when all that are left weigh nothing, each with the same chance.</summary>
/// <param name="weights">At least 0; may be changed between draws.</param>
internal sealed class WeightedDraw(double[] weights) : IAcquisition
{
    private readonly Remainder _left = new(weights.Length);

    public int Remaining => _left.Count;

    public int Draw(SeededRandom random)
    {
        if (Whole() is not (> 0 and var whole))
        {
            return _left[random.Below(Math.Max(1, _left.Count))];
        }

        var (at, item) = (random.NextDouble() * whole, _left[0]);
        for (var place = 0; place < _left.Count && at >= 0; place++)
        {
            item = _left[place];
            at -= weights[item];
        }

        return item;
    }

    public double Chance(int item) => !_left.Contains(item) ? 0 : Whole() is > 0 and var whole ? weights[item] / whole : 1.0 / _left.Count;

    public void Take(int item) => _left.Take(item);

    private double Whole()
    {
        var sum = 0.0;
        for (var place = 0; place < _left.Count; place++)
        {
            sum += weights[_left[place]];
        }

        return sum;
    }
}
