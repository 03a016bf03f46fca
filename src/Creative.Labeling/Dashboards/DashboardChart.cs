using System.Xml.Linq;
using Creative.Labeling.Charts;

namespace Creative.Labeling.Dashboards;

/// <summary>A chart of the dashboard, to be seen or taken along.</summary>
/// <param name="Id">In addresses and file names; its texts are chart.ID and chart.ID.hint.</param>
/// <param name="Table">The same figures as rows.</param>
/// <param name="Wide">Takes the whole width: it has a column for each dimension.</param>
internal sealed record DashboardChart(string Id, Func<DashboardView, XElement> Draw, Func<DashboardView, CsvTable> Table, bool Wide = false)
{
    /// <value>Every chart, in the order shown. A new one is one line here.</value>
    public static IReadOnlyList<DashboardChart> All { get; } =
    [
        new("throughput", Throughput.Draw, Throughput.Table),
        new("queue", QueueShares.Draw, QueueShares.Table),
        new("agreement", Agreement.Draw, Agreement.Table),
        new("usable-time", UsableOverTime.Draw, UsableOverTime.Table),
        new("usable-class", UsableByClass.Draw, UsableByClass.Table),
        new("scores", Scores.Draw, Scores.Table, Wide: true),
        new("bias", RaterBias.Draw, RaterBias.Table, Wide: true),
    ];
}
