using System.Xml.Linq;
using Creative.Labeling.Charts;

namespace Creative.Labeling.Dashboards;

/// <summary>Share of usable images by day, a line for each model version.</summary>
internal static class UsableOverTime
{
    public static XElement Draw(DashboardView view)
    {
        var series = view.Figures.UsableRates
            .Where(rate => rate.Day.Length > 0 && rate.ElementClass.Length == 0)
            .GroupBy(rate => rate.ModelVersion)
            .Select(version => new LineSeries(
                version.Key.Length > 0 ? version.Key : view.Texts["chart.unversioned"],
                [.. version.OrderBy(rate => rate.Day, StringComparer.Ordinal).Select(rate => (rate.Day, Interval.Of(rate.Rate)))]))
            .ToList();
        var summary = string.Join("; ", series.Select(one => $"{one.Name}: {one.Points[^1].Interval}"));
        return LineChart.Draw(view.Texts["chart.usable-time"], summary, series, view.Undefined, day => day[5..]);
    }

    public static CsvTable Table(DashboardView view) => new(
        ["model_version", "element_class", "day", "usable_rate", "low", "high", "count"],
        view.Figures.UsableRates.Where(rate => rate.Day.Length > 0).Select(UsableByClass.Row));
}
