namespace Creative.Labeling.Charts;

/// <summary>From values to pixels.</summary>
/// <param name="Low">Value at <paramref name="From"/>.</param>
/// <param name="High">Value at <paramref name="To"/>, above <paramref name="Low"/>.</param>
/// <param name="From">Pixel.</param>
/// <param name="To">Pixel.</param>
internal sealed record LinearScale(double Low, double High, double From, double To)
{
    // Steps that people count in.
    private static readonly double[] Steps = [1, 2, 5, 10];

    /// <summary>From 0 to the first round number that is not below <paramref name="most"/>.</summary>
    public static LinearScale FromZero(double most, double from, double to)
    {
        var step = Math.Max(1, Step(Math.Max(most, 1), 4));
        return new LinearScale(0, step * Math.Ceiling(Math.Max(most, 1) / step), from, to);
    }

    public double At(double value) => From + (Math.Clamp(value, Low, High) - Low) / (High - Low) * (To - From);

    /// <summary>Round values at about <paramref name="count"/> places.</summary>
    /// <param name="least">Smallest distance between two, such as 1 where things are counted.</param>
    public IEnumerable<double> Ticks(int count = 4, double least = 0)
    {
        var step = Math.Max(least, Step(High - Low, count));
        var first = (int)Math.Ceiling(Low / step - 1e-9);
        var last = (int)Math.Floor(High / step + 1e-9);
        return Enumerable.Range(first, last - first + 1).Select(i => i * step);
    }

    private static double Step(double range, int count)
    {
        var rough = range / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * Steps.First(step => step * power >= rough * 0.999);
    }
}
