namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>Features of several items, row by row.</summary>
/// <param name="values">Rows one after the other.</param>
/// <param name="length">Features of an item, at least 1.</param>
public sealed class FeatureRows(double[] values, int length)
{
    public int Length { get; } = length;

    public int Count => values.Length / Length;

    public ReadOnlySpan<double> this[int row] => values.AsSpan(row * Length, Length);
}
