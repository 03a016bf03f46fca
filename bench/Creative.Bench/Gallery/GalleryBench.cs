using Creative.Bench.Layouts;
using Creative.Bench.Sizes;
using Creative.Core.Composition;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Placements;
using Creative.Engine.Imaging;

namespace Creative.Bench.Gallery;

/// <summary>
/// Pictures to look at: every style in both tones on several placements, as the service delivers them, and a contact sheet
/// for each style. Options: --out FOLDER, --styles, --placements, --briefs (ids with commas), --width of a sheet.
/// </summary>
internal static class GalleryBench
{
    public const string Name = "gallery";

    private const string UsualPlacements = "rda_landscape,meta_feed_sq,rda_portrait,tx_v,li_cover,320x1200,1456x180";

    public static int Run(string[] arguments)
    {
        var folder = Arguments.Value(arguments, "--out") ?? Path.Combine(Tools.Root, "out", "gallery");
        string[] Ids(string option, string usual) => (Arguments.Value(arguments, option) ?? usual).Split(',');
        var styles = Ids("--styles", string.Join(',', StyleTable.All.Select(s => s.Id)));
        var wanted = Ids("--briefs", "chengya-benefit-day");
        var placements = Ids("--placements", UsualPlacements).Select(Placement).ToArray();
        using var studio = new Studio(Path.Combine(folder, "elements"));
        var briefs = wanted.Select(name => BenchBriefs.Read(studio.Fonts, 1).Single(b => b.Name == name)).ToArray();
        var width = int.Parse(Arguments.Value(arguments, "--width") ?? "1800");
        foreach (var style in styles)
        {
            var images = briefs.SelectMany(brief => Pictures(studio, brief, style, placements, folder)).ToArray();
            using var sheet = ContactSheet.Lay(images, width, 420, 16);
            File.WriteAllBytes(Path.Combine(folder, $"{style}.jpg"), new Rasterizer().Encode(sheet, ImageFormat.Jpeg, 84));
            Array.ForEach(images, i => i.Dispose());
        }

        return 0;
    }

    private static List<PixelImage> Pictures(Studio studio, BenchBrief b, string style, Placement[] placements, string folder)
    {
        var files = new Rasterizer();
        var images = new List<PixelImage>();
        foreach (var concept in studio.Composer.Conceive(b.Brief with { Style = style, Variants = 2 }, b.Brand))
        {
            using var art = studio.Composer.Paint(concept, new PaintSettings(), null, CancellationToken.None);
            foreach (var placement in placements)
            {
                var file = Path.Combine(folder, $"{style}-{concept.Tone}-{b.Name}-{placement.Id}.png".ToLowerInvariant());
                switch (studio.Composer.Compose(b.Brief, b.Brand, concept, art, placement, CancellationToken.None))
                {
                    case Delivered delivered:
                        File.WriteAllBytes(file, delivered.File.Bytes);
                        images.Add(files.Decode(delivered.File.Bytes));
                        break;
                    case Refused refused:
                        Console.Error.WriteLine($"{Path.GetFileName(file)}: {refused.Rule}: {refused.Reason}");
                        break;
                }
            }
        }

        return images;
    }

    // PNG without a cap: what is looked at is the picture, not its file.
    private static Placement Placement(string id)
    {
        if (id.Split('x') is [var w, var h] && int.TryParse(w, out var width) && int.TryParse(h, out var height))
        {
            return PlacementCatalog.Custom(new CanvasSize(width, height), formats: [ImageFormat.Png]);
        }

        return PlacementCatalog.Default.All.Single(p => p.Id == id) with { Formats = [ImageFormat.Png], MaxBytes = null };
    }
}
