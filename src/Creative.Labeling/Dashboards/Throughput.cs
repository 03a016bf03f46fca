using System.Xml.Linq;
using Creative.Labeling.Charts;

namespace Creative.Labeling.Dashboards;

/// <summary>Judgements a day.</summary>
internal static class Throughput
{
    public static XElement Draw(DashboardView view) => BarChart.Draw(
        view.Texts["chart.throughput"],
        view.Texts.Say("chart.throughput.summary", ("total", view.Figures.Days.Sum(day => day.Judged)), ("days", view.Figures.Days.Count)),
        view.Figures.Days);

    public static CsvTable Table(DashboardView view) => new(["day", "judged"], view.Figures.Days.Select(day => new object?[] { day.Day, day.Judged }));
}
