using System.Xml.Linq;
using Creative.Labeling.Charts;

namespace Creative.Labeling.Dashboards;

/// <summary>Where the judged items came from, against what was asked for.</summary>
internal static class QueueShares
{
    public static XElement Draw(DashboardView view)
    {
        var rows = Rows(view).ToList();
        return ShareChart.Draw(
            view.Texts["chart.queue"],
            string.Join("; ", rows.Select(row => $"{row.Label} {row.Share * 100:0} %")),
            rows,
            row => view.Texts.Say("chart.queue.row", ("share", $"{row.Share * 100:0}"), ("asked", $"{row.Asked * 100:0}"), ("n", row.Count)));
    }

    public static CsvTable Table(DashboardView view) => new(
        ["stream", "judged", "share", "asked"], Rows(view).Select(row => new object?[] { row.Label, row.Count, row.Share, row.Asked }));

    private static IEnumerable<ShareRow> Rows(DashboardView view)
    {
        var all = Math.Max(1, view.Figures.Queue.Sum(stream => stream.Judged));
        return view.Figures.Queue.Select(stream => new ShareRow(
            view.Texts.Texts.GetValueOrDefault($"stream.{stream.Strategy}", stream.Strategy), stream.Judged, (double)stream.Judged / all, stream.Share));
    }
}
