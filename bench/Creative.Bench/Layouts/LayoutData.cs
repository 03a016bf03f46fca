using System.Text.Json;
using System.Text.Json.Serialization;
using Creative.Bench.Sizes;
using Creative.Core.Composition;
using Creative.Core.Layouts;
using Creative.Core.Numerics;
using Creative.Core.Placements;
using Creative.Engine;
using Creative.Engine.Imaging.Fonts;

namespace Creative.Bench.Layouts;

/// <summary>
/// Teaches the layout model what its proposals become: random briefs on random canvases, proposals of the present model,
/// each repaired; the best by the ranker are kept, one JSON object a line. The same seed gives the same file.
/// </summary>
internal static class LayoutData
{
    public const string Name = "layout-data";

    private const int Proposals = 8;
    private const int Kept = 2;

    public static int Run(string[] arguments)
    {
        var count = int.Parse(Arguments.Value(arguments, "--count") ?? "10000");
        var random = new SeededRandom(ulong.Parse(Arguments.Value(arguments, "--seed") ?? "1"));
        using var catalog = new ModelCatalog(Arguments.Value(arguments, "--models") ?? Path.Combine(Tools.Root, "models"), new EngineOptions { Threads = 1 });
        var model = catalog.LayoutModel(Arguments.Value(arguments, "--model") ?? "layout-mini");
        var fonts = new FontCatalog();
        var briefs = BenchBriefs.Read(fonts, variants: 1);
        var contents = new ContentFactory(fonts);
        using var file = new StreamWriter(arguments[0]);
        using var progress = new ProgressBar(count);
        for (var i = 0; i < count; i++)
        {
            var (brief, brand) = RandomBriefs.Draw(briefs, random);
            var placement = RandomCanvases.Draw((RatioFamily)(i % Enum.GetValues<RatioFamily>().Length), random);
            var compositions = LayoutPlanner.Compositions(placement);
            var composition = compositions[random.Below(compositions.Length)];
            var content = contents.Create(brief, brand, placement, composition, disclaimerRequired: random.NextDouble() < 0.4);
            var request = new LayoutRequest(placement.Size, placement.SafeArea, composition, LayoutPlanner.Lengths(content), random.NextUInt64());
            foreach (var layout in Best(model.Propose(request, Proposals, CancellationToken.None), content))
            {
                file.WriteLine(JsonSerializer.Serialize(Example.Of(request, layout), LayoutDataJson.Default.Example));
            }

            progress.Step(placement.Id);
        }

        return 0;
    }

    private static IEnumerable<RepairedLayout> Best(IReadOnlyList<Layout> proposals, LayoutContent content) => proposals
        .Select(p => LayoutRepair.Repair(p, content).Layout)
        .OfType<RepairedLayout>()
        .OrderByDescending(l => LayoutRanker.Score(l, content))
        .Take(Kept);

    /// <param name="Safe">Top, right, bottom, left in pixels.</param>
    /// <param name="Lengths">What the model was asked for, by role; see <see cref="LayoutRequest"/>.</param>
    /// <param name="Boxes">What was placed: left, top, right, bottom in pixels. A role that was left out has none.</param>
    internal sealed record Example(
        int Width, int Height, double[] Safe, string Composition, Dictionary<string, double> Lengths, Dictionary<string, double[]> Boxes)
    {
        public static Example Of(LayoutRequest request, RepairedLayout layout) => new(
            request.Canvas.Width, request.Canvas.Height,
            [request.Safe.Top, request.Safe.Right, request.Safe.Bottom, request.Safe.Left],
            request.Composition.ToString(),
            request.Lengths.ToDictionary(l => l.Key.ToString(), l => Math.Round(l.Value, 3)),
            layout.Boxes.ToDictionary(b => b.Key.ToString(), b => (double[])[Round(b.Value.X), Round(b.Value.Y), Round(b.Value.Right), Round(b.Value.Bottom)]));

        private static double Round(double value) => Math.Round(value, 2);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LayoutData.Example))]
internal sealed partial class LayoutDataJson : JsonSerializerContext;
