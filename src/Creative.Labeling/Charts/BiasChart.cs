using System.Xml.Linq;

namespace Creative.Labeling.Charts;

/// <summary>How far above the others a rater scores, and the spread of what is left, by column; null: not known.</summary>
internal sealed record BiasRow(string Rater, IReadOnlyList<(double Bias, double Noise)?> Columns);

/// <summary>A column for each dimension, a row for each rater: the dot is the bias, the line reaches one noise to both sides.</summary>
internal static class BiasChart
{
    private const double Left = 130;
    private const double Pitch = 162;
    private const double Gap = 46;
    private const double RowHeight = 22;
    private const double Top = 26;
    private const double Axis = 24;

    /// <param name="reach">Points shown to both sides of 0.</param>
    public static XElement Draw(string title, string summary, IReadOnlyList<string> columns, IReadOnlyList<BiasRow> rows, double reach)
    {
        var bottom = Top + rows.Count * RowHeight;
        return Svg.Image(Left + columns.Count * Pitch, bottom + Axis, title, summary,
        [
            .. rows.Select((row, i) => Svg.Text("name", Left - 12, Top + (i + 0.5) * RowHeight + 4, row.Rater, "end")),
            .. columns.SelectMany((column, c) => Column(column, c, rows, new LinearScale(-reach, reach, Left + c * Pitch, Left + (c + 1) * Pitch - Gap), bottom)),
        ]);
    }

    private static IEnumerable<XElement?> Column(string name, int c, IReadOnlyList<BiasRow> rows, LinearScale axis, double bottom) =>
    [
        Svg.Text("head", (axis.From + axis.To) / 2, Top - 10, name, "middle"),
        Svg.Line("grid", axis.From, Top, axis.From, bottom),
        Svg.Line("grid", axis.To, Top, axis.To, bottom),
        Svg.Line("zero", axis.At(0), Top, axis.At(0), bottom),
        .. new[] { axis.Low, 0, axis.High }.Select(tick => Svg.Text("tick", axis.At(tick), bottom + 15, $"{tick:+0.#;−0.#;0}", "middle")),
        .. rows.SelectMany((row, i) =>
        {
            var y = Top + (i + 0.5) * RowHeight;
            return row.Columns[c] is not { } figures
                ? [Svg.Text("undefined", axis.At(0), y + 4, "–", "middle")]
                : new XElement?[]
                {
                    Svg.Line("whisker series-0", axis.At(figures.Bias - figures.Noise), y, axis.At(figures.Bias + figures.Noise), y),
                    Svg.Dot("dot series-0", axis.At(figures.Bias), y, 4, $"{figures.Bias:+0.00;−0.00} ± {figures.Noise:0.00}"),
                };
        }),
    ];
}
