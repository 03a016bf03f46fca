using System.Xml.Linq;

namespace Creative.Labeling.Charts;

/// <summary>How often each score was given.</summary>
/// <param name="First">The lowest score.</param>
/// <param name="Counts">Judgements by score, from the lowest.</param>
internal sealed record Histogram(string Name, int First, IReadOnlyList<long> Counts);

/// <summary>A small histogram for each dimension, side by side.</summary>
internal static class HistogramChart
{
    private const double Pitch = 162;
    private const double Gap = 26;
    private const double Height = 140;
    private const double Top = 42;
    private const double Bottom = 22;

    public static XElement Draw(string title, string summary, IReadOnlyList<Histogram> histograms) =>
        Svg.Image(Math.Max(1, histograms.Count) * Pitch, Height, title, summary, histograms.SelectMany(One));

    private static IEnumerable<XElement?> One(Histogram histogram, int position)
    {
        var left = position * Pitch + 4;
        var total = Math.Max(1, histogram.Counts.Sum());
        var y = new LinearScale(0, Math.Max(1, histogram.Counts.DefaultIfEmpty().Max()), Height - Bottom, Top);
        var width = (Pitch - Gap) / Math.Max(1, histogram.Counts.Count);
        return
        [
            Svg.Text("head", left, 14, histogram.Name),
            .. histogram.Counts.SelectMany((count, i) => new XElement?[]
            {
                Svg.Box("bar", left + i * width + 2, y.At(count), width - 4, Height - Bottom - y.At(count)),
                Svg.Text("tick", left + (i + 0.5) * width, Height - 6, $"{histogram.First + i}", "middle"),
                count > 0 ? Svg.Text("tick", left + (i + 0.5) * width, y.At(count) - 4, $"{100.0 * count / total:0}", "middle") : null,
            }),
        ];
    }
}
