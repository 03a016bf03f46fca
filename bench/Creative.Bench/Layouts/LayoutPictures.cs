using Creative.Core.Composition;
using Creative.Core.Imaging;
using Creative.Core.Placements;
using Creative.Engine.Imaging;

namespace Creative.Bench.Layouts;

/// <summary>Draws layouts as the service would, with placeholder elements, to be looked at.</summary>
internal static class LayoutPictures
{
    public static void Write(OwnLayouts layouts, PlaceholderArt art, IReadOnlyList<BenchBrief> briefs, IReadOnlyList<Placement> placements, string folder)
    {
        var rasterizer = new Rasterizer();
        var scenes = new SceneComposer(rasterizer);
        Directory.CreateDirectory(folder);
        using var progress = new ProgressBar(briefs.Count * placements.Count);
        foreach (var brief in briefs)
        {
            foreach (var placement in placements)
            {
                if (layouts.Plan(brief, placement) is { } plan)
                {
                    using var picture = scenes.Compose(plan, brief.Concept, art.Of(brief.Concept), brief.Brand, CancellationToken.None);
                    var file = Path.Combine(folder, $"{placement.Id}_{brief.Name}_{brief.Concept.Variant}.png");
                    File.WriteAllBytes(file, rasterizer.Encode(picture.Pixels, ImageFormat.Png, quality: 0));
                }

                progress.Step($"{brief.Name}, {placement.Id}");
            }
        }
    }
}
