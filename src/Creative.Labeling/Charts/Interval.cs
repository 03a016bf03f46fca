using Creative.Contract.V1;

namespace Creative.Labeling.Charts;

/// <summary>A figure with its 95 % interval.</summary>
/// <param name="Value">Null: the data do not define it.</param>
/// <param name="Count">What it rests on.</param>
internal sealed record Interval(double? Value, double? Low, double? High, long Count)
{
    public static Interval Of(Estimate? estimate) => estimate is null
        ? new Interval(null, null, null, 0)
        : new Interval(
            estimate.HasValue ? estimate.Value : null,
            estimate.HasLow ? estimate.Low : null,
            estimate.HasHigh ? estimate.High : null,
            estimate.Count);

    public override string ToString() => Value is null ? "" : Low is null || High is null ? $"{Value:0.00}" : $"{Value:0.00} ({Low:0.00} – {High:0.00})";
}
