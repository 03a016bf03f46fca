using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Creative.Bench.Layouts;
using Creative.Bench.Sizes;
using Creative.Core.Composition;
using Creative.Core.Placements;

namespace Creative.Bench.Gallery;

/// <summary>
/// Everything the service would deliver: twelve briefs in every placement of the catalogue, painted, laid out, drawn,
/// encoded and checked. Says what was refused and why. Options: --variants N (default 2), --out FOLDER for painted elements.
/// </summary>
internal static class DeliveryBench
{
    public const string Name = "delivery";

    public static int Run(string[] arguments)
    {
        var variants = int.Parse(Arguments.Value(arguments, "--variants") ?? "2");
        using var studio = new Studio(Path.Combine(Arguments.Value(arguments, "--out") ?? Path.Combine(Tools.Root, "out", "gallery"), "elements"));
        var briefs = BenchBriefs.Read(studio.Fonts, 1);
        var placements = PlacementCatalog.Default.All;
        var outcomes = new List<(string Brief, Outcome Outcome)>();
        var composing = TimeSpan.Zero;
        using (var progress = new ProgressBar(briefs.Length * variants * placements.Length))
        {
            foreach (var b in briefs)
            {
                foreach (var concept in studio.Composer.Conceive(b.Brief with { Variants = variants }, b.Brand))
                {
                    using var art = studio.Composer.Paint(concept, new PaintSettings(Candidates: 1, FewSteps: true), null, CancellationToken.None);
                    var started = Stopwatch.GetTimestamp();
                    foreach (var placement in placements)
                    {
                        outcomes.Add((b.Name, studio.Composer.Compose(b.Brief, b.Brand, concept, art, placement, CancellationToken.None)));
                        progress.Step($"{b.Name}, {placement.Id}");
                    }

                    composing += Stopwatch.GetElapsedTime(started);
                }
            }
        }

        Write(outcomes, briefs.Length, placements.Length, variants, composing);
        return 0;
    }

    private static void Write(List<(string Brief, Outcome Outcome)> outcomes, int briefs, int placements, int variants, TimeSpan composing)
    {
        Delivered[] delivered = [.. outcomes.Select(o => o.Outcome).OfType<Delivered>()];
        var refused = outcomes.Where(o => o.Outcome is Refused).Select(o => (o.Brief, Refused: (Refused)o.Outcome)).ToArray();
        foreach (var group in refused.GroupBy(r => (r.Brief, r.Refused.Rule)).OrderBy(g => g.Key))
        {
            Console.WriteLine($"{group.Key.Brief,-24}{group.Key.Rule,-18}{string.Join(", ", group.Select(r => $"{r.Refused.Placement.Id} ({r.Refused.Placement.Size})").Distinct())}");
            foreach (var other in group.Where(r => r.Refused.Rule is not "min_glyph").DistinctBy(r => r.Refused.Reason))
            {
                Console.WriteLine($"{"",-24}{other.Refused.Reason}");
            }
        }

        var report = new DeliveryReport(
            briefs, placements, variants, outcomes.Count, delivered.Length,
            Math.Round((double)refused.Length / outcomes.Count, 4),
            refused.GroupBy(r => r.Refused.Rule).ToDictionary(g => g.Key, g => g.Count()),
            delivered.Count(d => d.Report.Checks.Any(c => c is { Hard: true, Passed: false })),
            refused.Where(r => r.Refused.Rule == "min_glyph").Select(r => r.Refused.Placement.Size.Pixels).DefaultIfEmpty(0).Max(),
            Math.Round(composing.TotalMilliseconds / outcomes.Count, 1));
        Console.WriteLine($"{report.Delivered} of {report.Wanted} delivered, {report.BrokenRules} of them break a rule; {100 * report.Refused:0.00} % refused; {report.MillisecondsPerSize} ms a size");
        Console.WriteLine(JsonSerializer.Serialize(report, DeliveryJson.Default.DeliveryReport));
    }
}

/// <summary>The last line of <c>bench delivery</c>.</summary>
/// <param name="Refused">Share of all that was wanted.</param>
/// <param name="BrokenRules">Delivered files with a hard check that failed.</param>
/// <param name="LargestRefused">Pixels of the largest canvas that was too small for its copy.</param>
internal sealed record DeliveryReport(
    [property: JsonPropertyName("briefs")] int Briefs,
    [property: JsonPropertyName("placements")] int Placements,
    [property: JsonPropertyName("variants")] int Variants,
    [property: JsonPropertyName("wanted")] int Wanted,
    [property: JsonPropertyName("delivered")] int Delivered,
    [property: JsonPropertyName("refused")] double Refused,
    [property: JsonPropertyName("refused_by_rule")] IReadOnlyDictionary<string, int> RefusedByRule,
    [property: JsonPropertyName("broken_rules")] int BrokenRules,
    [property: JsonPropertyName("largest_refused_pixels")] long LargestRefused,
    [property: JsonPropertyName("ms_per_size")] double MillisecondsPerSize);

[JsonSerializable(typeof(DeliveryReport))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
