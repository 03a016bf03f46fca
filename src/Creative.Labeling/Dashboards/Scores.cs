using System.Xml.Linq;
using Creative.Labeling.Charts;

namespace Creative.Labeling.Dashboards;

/// <summary>How often each score was given, by dimension.</summary>
internal static class Scores
{
    public static XElement Draw(DashboardView view)
    {
        var histograms = view.Figures.Dimensions
            .Select(one => new Histogram(view.NameOf(one.Dimension), Lowest(view, one.Dimension), [.. one.Histogram]))
            .ToList();
        var summary = string.Join("; ", view.Figures.Dimensions.Select(one => $"{view.NameOf(one.Dimension)}: {Mean(view, Interval.Of(one.Mean))}"));
        return HistogramChart.Draw(view.Texts["chart.scores"], summary, histograms);
    }

    public static CsvTable Table(DashboardView view) => new(
        ["dimension", "score", "judgements"],
        view.Figures.Dimensions.SelectMany(one => one.Histogram.Select((count, i) => new object?[] { one.Dimension, Lowest(view, one.Dimension) + i, count })));

    private static string Mean(DashboardView view, Interval mean) => mean.Value is null ? view.Undefined : $"{mean.Value:0.00}";

    private static int Lowest(DashboardView view, string dimension) => view.Dimensions.FirstOrDefault(one => one.Id == dimension)?.Min ?? 1;
}
