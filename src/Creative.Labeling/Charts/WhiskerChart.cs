using System.Xml.Linq;

namespace Creative.Labeling.Charts;

/// <summary>A row with a figure and its interval.</summary>
internal sealed record WhiskerRow(string Label, Interval Interval);

/// <summary>Figures with intervals below each other, named at the left and read at the right.</summary>
internal static class WhiskerChart
{
    private const double Width = 560;
    private const double Left = 140;
    private const double Right = 176;
    private const double RowHeight = 26;
    private const double Axis = 34;

    /// <param name="scale">Lowest and highest value shown.</param>
    /// <param name="bars">Values that mean something, with their names.</param>
    /// <param name="undefined">Said where there is no figure.</param>
    public static XElement Draw(
        string title, string summary, IReadOnlyList<WhiskerRow> rows, (double Low, double High) scale, IReadOnlyList<(double Value, string Name)> bars, string undefined)
    {
        var top = bars.Count > 0 ? 20.0 : 6;
        var bottom = top + rows.Count * RowHeight;
        var axis = new LinearScale(scale.Low, scale.High, Left, Width - Right);
        return Svg.Image(Width, bottom + Axis, title, summary,
        [
            .. axis.Ticks(5).SelectMany(tick => new[]
            {
                Svg.Line("grid", axis.At(tick), top, axis.At(tick), bottom),
                Svg.Text("tick", axis.At(tick), bottom + 16, $"{tick:0.##}", "middle"),
            }),
            .. bars.SelectMany(bar => new[]
            {
                Svg.Line("bar-line", axis.At(bar.Value), top - 2, axis.At(bar.Value), bottom),
                Svg.Text("tick", axis.At(bar.Value), top - 7, bar.Name, "middle"),
            }),
            .. rows.SelectMany((row, i) => Row(axis, row, top + (i + 0.5) * RowHeight, undefined)),
        ]);
    }

    private static IEnumerable<XElement> Row(LinearScale axis, WhiskerRow row, double y, string undefined) =>
    [
        Svg.Text("name", Left - 12, y + 4, row.Label, "end"),
        .. Svg.Whisker(axis, row.Interval, y, "series-0", undefined),
        Svg.Text("label", Width - Right + 14, y + 4, row.Interval.Value is null ? $"n = {row.Interval.Count}" : $"{row.Interval}  n = {row.Interval.Count}"),
    ];
}
