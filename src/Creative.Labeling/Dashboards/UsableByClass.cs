using System.Xml.Linq;
using Creative.Contract.V1;
using Creative.Labeling.Charts;

namespace Creative.Labeling.Dashboards;

/// <summary>Share of usable images by element class and model version, over all days.</summary>
internal static class UsableByClass
{
    public static XElement Draw(DashboardView view)
    {
        var rows = Rates(view)
            .Select(rate => new WhiskerRow(Label(view, rate), Interval.Of(rate.Rate)))
            .ToList();
        return WhiskerChart.Draw(
            view.Texts["chart.usable-class"],
            string.Join("; ", rows.Select(row => $"{row.Label} {(row.Interval.Value is null ? view.Undefined : row.Interval)}")),
            rows,
            (0, 1),
            [],
            view.Undefined);
    }

    public static CsvTable Table(DashboardView view) => new(
        ["model_version", "element_class", "day", "usable_rate", "low", "high", "count"], Rates(view).Select(Row));

    public static IReadOnlyList<object?> Row(UsableRate rate)
    {
        var interval = Interval.Of(rate.Rate);
        return [rate.ModelVersion, rate.ElementClass, rate.Day, interval.Value, interval.Low, interval.High, interval.Count];
    }

    private static IEnumerable<UsableRate> Rates(DashboardView view) => view.Figures.UsableRates
        .Where(rate => rate.Day.Length == 0)
        .OrderBy(rate => rate.ElementClass, StringComparer.Ordinal)
        .ThenBy(rate => rate.ModelVersion, StringComparer.Ordinal);

    private static string Label(DashboardView view, UsableRate rate) =>
        $"{(rate.ElementClass.Length > 0 ? rate.ElementClass : view.Texts["chart.all"])} · {(rate.ModelVersion.Length > 0 ? rate.ModelVersion : view.Texts["chart.unversioned"])}";
}
