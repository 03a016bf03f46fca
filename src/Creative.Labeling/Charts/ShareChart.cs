using System.Xml.Linq;

namespace Creative.Labeling.Charts;

/// <summary>What was shared out against what was asked for.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Asked">0 to 1.</param>
internal sealed record ShareRow(string Label, long Count, double Share, double Asked);

/// <summary>Shares as bars, with a stroke where each should end.</summary>
internal static class ShareChart
{
    private const double Width = 560;
    private const double Left = 118;
    private const double Right = 176;
    private const double RowHeight = 28;

    /// <param name="says">The figures of a row in words.</param>
    public static XElement Draw(string title, string summary, IReadOnlyList<ShareRow> rows, Func<ShareRow, string> says)
    {
        var most = rows.Count == 0 ? 1 : rows.Max(row => Math.Max(row.Share, row.Asked));
        var axis = new LinearScale(0, Math.Max(most, 0.1), Left, Width - Right);
        return Svg.Image(Width, rows.Count * RowHeight + 8, title, summary, rows.SelectMany((row, i) =>
        {
            var y = (i + 0.5) * RowHeight + 4;
            return new[]
            {
                Svg.Text("name", Left - 12, y + 4, row.Label, "end"),
                Svg.Box("bar", Left, y - 7, axis.At(row.Share) - Left, 14),
                Svg.Line("target", axis.At(row.Asked), y - 11, axis.At(row.Asked), y + 11),
                Svg.Text("label", Width - Right + 14, y + 4, says(row)),
            };
        }));
    }
}
