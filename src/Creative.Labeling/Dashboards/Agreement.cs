using System.Xml.Linq;
using Creative.Labeling.Charts;

namespace Creative.Labeling.Dashboards;

/// <summary>Krippendorff's alpha of the verdict and of each dimension.</summary>
internal static class Agreement
{
    // Krippendorff, Content Analysis (2004), p. 241: below 0.667 no conclusions, from 0.8 reliable.
    private const double Tentative = 0.667;
    private const double Reliable = 0.8;

    public static XElement Draw(DashboardView view)
    {
        var rows = Rows(view).Select(row => new WhiskerRow(row.Name, row.Interval)).ToList();
        // Alpha can be below 0: worse than chance.
        var low = Math.Min(0, rows.Min(row => row.Interval.Low ?? row.Interval.Value ?? 0));
        return WhiskerChart.Draw(
            view.Texts["chart.agreement"],
            string.Join("; ", rows.Select(row => $"{row.Label} {(row.Interval.Value is null ? view.Undefined : row.Interval)}")),
            rows,
            (Math.Max(-1, Math.Floor(low * 5) / 5), 1),
            [(Tentative, "0.667"), (Reliable, "0.8")],
            view.Undefined);
    }

    public static CsvTable Table(DashboardView view) => new(
        ["what", "alpha", "low", "high", "count"],
        Rows(view).Select(row => new object?[] { row.Id, row.Interval.Value, row.Interval.Low, row.Interval.High, row.Interval.Count }));

    private static IEnumerable<(string Id, string Name, Interval Interval)> Rows(DashboardView view) => view.Figures.Dimensions
        .Select(dimension => (dimension.Dimension, view.NameOf(dimension.Dimension), Interval.Of(dimension.Agreement)))
        .Prepend(("verdict", view.Texts["chart.verdict"], Interval.Of(view.Figures.VerdictAgreement)));
}
