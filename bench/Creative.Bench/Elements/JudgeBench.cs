using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Creative.Core.Statistics;
using Creative.Studio.Judging;

namespace Creative.Bench.Elements;

/// <summary>How often the judge passes fresh renders, and names defects of three severities.</summary>
internal static class JudgeBench
{
    public const string Name = "judge";

    private static readonly double[] Severities = [.1, .5, 1];

    public static int Run(string[] args)
    {
        var perKind = int.Parse(Arguments.Value(args, "--per-kind") ?? "20", CultureInfo.InvariantCulture);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var rows = Calibration.Run(10 * perKind, perKind, Severities, 1);
        foreach (var row in rows)
        {
            Console.WriteLine(
                $"{row.Kind?.ToString() ?? "fresh",-18}{row.Severity,5:0.00}  usable {WilsonInterval.Of(row.Usable, row.Pictures)}"
                + (row.Kind is null ? "" : $"  named {WilsonInterval.Of(row.Named, row.Pictures)}"));
        }

        var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            fresh_usable = Rate(rows.Where(row => row.Kind is null), row => row.Usable),
            severities = Severities,
            usable = Severities.Select(severity => Rate(rows.Where(row => row.Kind is not null && row.Severity == severity), row => row.Usable)),
            named = Severities.Select(severity => Rate(rows.Where(row => row.Kind is not null && row.Severity == severity), row => row.Named)),
            processor_ms_drawn_and_judged = Math.Round(processor.TotalMilliseconds / rows.Sum(row => row.Pictures)),
        }));
        return 0;
    }

    private static double Rate(IEnumerable<CalibrationRow> rows, Func<CalibrationRow, int> count)
    {
        var all = rows.ToArray();
        return Math.Round((double)all.Sum(count) / all.Sum(row => row.Pictures), 4);
    }
}
