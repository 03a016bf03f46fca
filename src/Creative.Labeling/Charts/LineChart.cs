using System.Xml.Linq;

namespace Creative.Labeling.Charts;

/// <summary>A figure by day or by round, with its intervals.</summary>
/// <param name="Points">In the ordinal order of their places, such as "2026-11-22".</param>
internal sealed record LineSeries(string Name, IReadOnlyList<(string Place, Interval Interval)> Points);

/// <summary>Figures over time: a line for each series, named where it ends, with whiskers for the intervals.</summary>
internal static class LineChart
{
    private const double Width = 560;
    private const double Height = 260;
    private const double Left = 44;
    private const double Right = 104;
    private const double Bottom = 28;
    private const double Top = 14;
    private const double LabelHeight = 16;

    /// <param name="series">Values from 0 to 1.</param>
    /// <param name="nothing">Said when there is no point.</param>
    /// <param name="nameOf">What is written under a place.</param>
    public static XElement Draw(string title, string summary, IReadOnlyList<LineSeries> series, string nothing, Func<string, string> nameOf)
    {
        var places = series.SelectMany(one => one.Points).Select(point => point.Place).Distinct().Order(StringComparer.Ordinal).ToList();
        if (places.Count == 0)
        {
            return Svg.Image(Width, 60, title, nothing, [Svg.Text("undefined", Left, 34, nothing)]);
        }

        var y = new LinearScale(0, 1, Height - Bottom, Top);
        var x = new LinearScale(0, Math.Max(places.Count - 1, 1), Left + 12, Width - Right);
        var every = Math.Max(1, (int)Math.Ceiling(places.Count / 6.0));
        return Svg.Image(Width, Height, title, summary,
        [
            .. y.Ticks(5).SelectMany(tick => new[]
            {
                Svg.Line("grid", Left, y.At(tick), Width - Right + 8, y.At(tick)),
                Svg.Text("tick", Left - 8, y.At(tick) + 4, $"{tick * 100:0} %", "end"),
            }),
            .. places.Select((place, i) => i % every == 0 ? Svg.Text("tick", x.At(i), Height - 8, nameOf(place), "middle") : null),
            .. series.SelectMany((one, i) => Line(one, $"series-{i % 6}", places, x with { From = x.From + Dodge(i, series.Count), To = x.To + Dodge(i, series.Count) }, y)),
            .. Names(series, y),
        ]);
    }

    // Side by side, so that no interval hides another.
    private static double Dodge(int position, int count) => (position - (count - 1) / 2.0) * 5;

    private static IEnumerable<XElement> Line(LineSeries series, string kind, List<string> places, LinearScale x, LinearScale y)
    {
        var known = series.Points.Where(point => point.Interval.Value is not null).Select(point => (X: x.At(places.IndexOf(point.Place)), point.Interval)).ToList();
        return
        [
            .. known.Where(point => point.Interval.Low is not null && point.Interval.High is not null)
                .Select(point => Svg.Line($"whisker {kind}", point.X, y.At(point.Interval.Low!.Value), point.X, y.At(point.Interval.High!.Value))),
            Svg.Polyline($"line {kind}", known.Select(point => (point.X, y.At(point.Interval.Value!.Value)))),
            .. known.Select(point => Svg.Dot($"dot {kind}", point.X, y.At(point.Interval.Value!.Value), 3.5, point.Interval.ToString())),
        ];
    }

    // Names that would overlap are moved down, and up again from where the picture ends.
    private static IEnumerable<XElement> Names(IReadOnlyList<LineSeries> series, LinearScale y)
    {
        var named = series
            .Select((one, i) => (one.Name, Kind: $"series-{i % 6}", one.Points.LastOrDefault(point => point.Interval.Value is not null).Interval?.Value))
            .Where(one => one.Value is not null)
            .OrderBy(one => y.At(one.Value!.Value))
            .ToList();
        var next = double.NegativeInfinity;
        for (var i = 0; i < named.Count; i++)
        {
            var (name, kind, value) = named[i];
            next = Math.Max(next + LabelHeight, y.At(value!.Value));
            var at = Math.Min(next, Height - Bottom - ((named.Count - 1 - i) * LabelHeight));
            yield return Svg.Text($"name {kind}", Width - Right + 14, at + 4, $"{name} {value * 100:0} %");
        }
    }
}
