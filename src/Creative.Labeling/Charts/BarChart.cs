using System.Xml.Linq;
using Creative.Contract.V1;

namespace Creative.Labeling.Charts;

/// <summary>Judgements on each day.</summary>
internal static class BarChart
{
    private const double Width = 560;
    private const double Height = 210;
    private const double Left = 40;
    private const double Right = 16;
    private const double Bottom = 26;
    private const double Top = 14;

    /// <param name="summary">What the bars say, in a sentence.</param>
    public static XElement Draw(string title, string summary, IReadOnlyList<DayCount> days)
    {
        var scale = LinearScale.FromZero(days.Count == 0 ? 0 : days.Max(day => day.Judged), Height - Bottom, Top);
        var pitch = (Width - Left - Right) / Math.Max(days.Count, 1);
        var every = Math.Max(1, (int)Math.Ceiling(days.Count / 7.0));
        return Svg.Image(Width, Height, title, summary,
        [
            .. scale.Ticks(least: 1).SelectMany(tick => new[]
            {
                Svg.Line("grid", Left, scale.At(tick), Width - Right, scale.At(tick)),
                Svg.Text("tick", Left - 8, scale.At(tick) + 4, $"{tick:0}", "end"),
            }),
            .. days.SelectMany((day, i) => new[]
            {
                Svg.Box("bar", Left + i * pitch + pitch * 0.15, scale.At(day.Judged), pitch * 0.7, Height - Bottom - scale.At(day.Judged)),
                i % every == (days.Count - 1) % every ? Svg.Text("tick", Left + (i + 0.5) * pitch, Height - 8, day.Day[5..], "middle") : null,
            }),
            days.Count > 0 && days[^1].Judged > 0 ? Svg.Text("label", Width - Right - pitch / 2, scale.At(days[^1].Judged) - 4, $"{days[^1].Judged}", "middle") : null,
        ]);
    }
}
