using Creative.Core.Numerics;

namespace Creative.Core.Statistics.Agreement;

/// <summary>How often two values meet on one item, each pair of ratings counted both ways and divided by the ratings less one.</summary>
internal sealed class Coincidences
{
    private readonly double[] _values;
    private readonly (int C, int K, double Count)[][] _units;
    private readonly double[,] _count;

    /// <param name="units">Values by item; those with fewer than two are left out.</param>
    public Coincidences(IReadOnlyList<IReadOnlyList<double>> units)
    {
        var pairable = units.Where(unit => unit.Count > 1).ToArray();
        _values = [.. pairable.SelectMany(unit => unit).Distinct().Order()];
        _units = [.. pairable.Select(Pairs)];
        _count = Sum(_units);
    }

    private Coincidences(double[] values, (int C, int K, double Count)[][] units)
    {
        (_values, _units) = (values, units);
        _count = Sum(units);
    }

    public Coincidences Resample(SeededRandom random) =>
        new(_values, [.. _units.Select(_ => _units[random.Below(_units.Length)])]);

    /// <summary>How often two values meet, by their place in rising order.</summary>
    public double this[int c, int k] => _count[c, k];

    /// <returns>Null when no two values are there that could differ.</returns>
    public double? Alpha(AlphaMetric metric) => Disagreement(metric) is (var observed, > 0 and var expected) ? 1 - (observed / expected) : null;

    /// <summary>Mean distance of two values of one item, and of any two values.</summary>
    public (double Observed, double Expected) Disagreement(AlphaMetric metric)
    {
        var totals = Totals();
        var n = totals.Sum();
        var (observed, expected) = (0.0, 0.0);
        for (var c = 0; c < totals.Length; c++)
        {
            for (var k = c + 1; k < totals.Length; k++)
            {
                var distance = Distance(metric, c, k, totals);
                observed += _count[c, k] * distance;
                expected += totals[c] * totals[k] * distance;
            }
        }

        return (2 * observed / n, 2 * expected / (n * (n - 1)));
    }

    private double Distance(AlphaMetric metric, int c, int k, double[] totals)
    {
        var apart = metric switch
        {
            AlphaMetric.Nominal => 1,
            AlphaMetric.Ordinal => totals[c..(k + 1)].Sum() - ((totals[c] + totals[k]) / 2),
            AlphaMetric.Interval => _values[k] - _values[c],
            AlphaMetric.Absolute => Math.Sqrt(_values[k] - _values[c]),
            AlphaMetric.Ratio => (_values[k] - _values[c]) / (_values[k] + _values[c]),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Not a metric."),
        };
        return apart * apart;
    }

    private (int C, int K, double Count)[] Pairs(IReadOnlyList<double> unit)
    {
        int[] places = [.. unit.Select(value => Array.BinarySearch(_values, value))];
        return
        [
            .. from i in Enumerable.Range(0, places.Length)
               from j in Enumerable.Range(0, places.Length)
               where i != j
               group 1.0 / (places.Length - 1) by (C: places[i], K: places[j]) into pair
               select (pair.Key.C, pair.Key.K, pair.Sum()),
        ];
    }

    private double[,] Sum((int C, int K, double Count)[][] units)
    {
        var sum = new double[_values.Length, _values.Length];
        foreach (var unit in units)
        {
            foreach (var (c, k, count) in unit)
            {
                sum[c, k] += count;
            }
        }

        return sum;
    }

    /// <summary>How often each value is there, in rising order.</summary>
    public double[] Totals()
    {
        var totals = new double[_values.Length];
        for (var c = 0; c < totals.Length; c++)
        {
            for (var k = 0; k < totals.Length; k++)
            {
                totals[c] += _count[c, k];
            }
        }

        return totals;
    }
}
