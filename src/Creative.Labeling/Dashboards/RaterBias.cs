using System.Xml.Linq;
using Creative.Contract.V1;
using Creative.Labeling.Charts;

namespace Creative.Labeling.Dashboards;

/// <summary>Bias and noise of each rater in each dimension, in points.</summary>
internal static class RaterBias
{
    private const double SmallestReach = 1;

    public static XElement Draw(DashboardView view)
    {
        var dimensions = view.Figures.Dimensions.Select(one => one.Dimension).ToList();
        var rows = view.Figures.Raters
            .Select(rater => new BiasRow(rater.Rater, [.. dimensions.Select(dimension => Figures(rater, dimension))]))
            .ToList();
        var reach = rows.SelectMany(row => row.Columns).Select(one => one is { } figures ? Math.Abs(figures.Bias) + figures.Noise : 0).DefaultIfEmpty().Max();
        return BiasChart.Draw(
            view.Texts["chart.bias"],
            view.Texts["chart.bias.hint"],
            [.. dimensions.Select(view.NameOf)],
            rows,
            Math.Max(SmallestReach, Math.Ceiling(reach * 2) / 2));
    }

    public static CsvTable Table(DashboardView view) => new(
        ["rater", "dimension", "bias", "noise"],
        view.Figures.Raters.SelectMany(rater => view.Figures.Dimensions.Select(one =>
        {
            var figures = Figures(rater, one.Dimension);
            return new object?[] { rater.Rater, one.Dimension, figures?.Bias, figures?.Noise };
        })));

    private static (double Bias, double Noise)? Figures(RaterFigures rater, string dimension) =>
        rater.Bias.TryGetValue(dimension, out var above) && rater.Noise.TryGetValue(dimension, out var spread) ? (above, spread) : null;
}
