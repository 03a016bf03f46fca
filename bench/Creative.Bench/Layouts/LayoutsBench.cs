using System.Diagnostics;
using System.Text.Json;
using Creative.Bench.Sizes;
using Creative.Core.Placements;
using Creative.Engine;
using Creative.Engine.Imaging.Fonts;

namespace Creative.Bench.Layouts;

/// <summary>
/// Our layouts of every placement of the catalogue for twelve briefs, beside a fixed template scaled and beside the layout
/// model without repair. Paints nothing. Options: --models FOLDER and --model ID to measure another layout model,
/// --variants N (default 1), --pictures FOLDER with --only ID,ID to draw ours with placeholder elements instead of measuring.
/// </summary>
internal static class LayoutsBench
{
    public static int Run(string[] arguments)
    {
        var variants = int.Parse(Arguments.Value(arguments, "--variants") ?? "1");
        using var catalog = new ModelCatalog(Arguments.Value(arguments, "--models") ?? Path.Combine(Tools.Root, "models"), new EngineOptions { Threads = 1 });
        var model = catalog.LayoutModel(Arguments.Value(arguments, "--model") ?? "layout-mini");
        var fonts = new FontCatalog();
        using var art = new PlaceholderArt();
        var briefs = BenchBriefs.Read(fonts, variants);
        var layouts = new OwnLayouts(model, fonts, art);
        var only = Arguments.Value(arguments, "--only")?.Split(',');
        Placement[] placements = [.. PlacementCatalog.Default.All.Where(p => only is null || only.Contains(p.Id))];
        if (Arguments.Value(arguments, "--pictures") is { } folder)
        {
            LayoutPictures.Write(layouts, art, briefs, placements, folder);
            return 0;
        }

        var started = Stopwatch.GetTimestamp();
        var rows = Measure(layouts, briefs, placements);
        Console.WriteLine($"{model.Model.Id} {model.Model.Version}: {briefs.Length} briefs × {placements.Length} placements in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; shares in %, sizes in % of the shorter side or of the canvas");
        var report = Report(rows, $"{model.Model.Id} {model.Model.Version}", briefs.Length / variants, placements.Length, variants);
        LayoutsTable.Write(report);
        Console.WriteLine(JsonSerializer.Serialize(report, LayoutsJson.Default.LayoutsReport));
        return 0;
    }

    private static List<Row> Measure(OwnLayouts layouts, IReadOnlyList<BenchBrief> briefs, Placement[] placements)
    {
        var rows = new List<Row>(briefs.Count * placements.Length);
        using var progress = new ProgressBar(briefs.Count * placements.Length);
        foreach (var brief in briefs)
        {
            foreach (var placement in placements)
            {
                rows.Add(new Row(
                    brief.Name, placement,
                    Figures(layouts.Ours(brief, placement)), Figures(layouts.Template(brief, placement)), Figures(layouts.Raw(brief, placement)),
                    layouts.Moved(brief, placement)));
                progress.Step($"{brief.Name}, {placement.Id}");
            }
        }

        return rows;
    }

    private static LayoutFigures? Figures(Drawn? drawn) => drawn is null ? null : LayoutFigures.Of(drawn);

    private static LayoutsReport Report(List<Row> rows, string model, int briefs, int placements, int variants) => new(
        model, briefs, placements, variants,
        Of(rows),
        rows.GroupBy(r => r.Placement.Family).OrderBy(g => g.Key).ToDictionary(g => g.Key.Name(), Of),
        rows.Where(r => r.Ours is null).GroupBy(r => r.Brief).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(r => r.Placement.Id)]));

    private static Columns Of(IEnumerable<Row> rows)
    {
        Row[] all = [.. rows];
        return new Columns(
            Column.Of([.. all.Select(r => r.Ours)], delivered: true),
            Column.Of([.. all.Select(r => r.Template)], delivered: false),
            Column.Of([.. all.Select(r => r.Model)], delivered: false),
            all.Average(r => r.Moved) is { } moved ? Math.Round(moved, 5) : null);
    }

    private sealed record Row(string Brief, Placement Placement, LayoutFigures? Ours, LayoutFigures? Template, LayoutFigures? Model, double? Moved);
}
