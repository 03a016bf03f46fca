using Creative.Core.Brands;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Engine;
using Creative.Engine.Imaging;

namespace Creative.Bench.Sizes;

/// <summary>The concept's finished parts and the sizes that are asked for.</summary>
internal static class BannerParts
{
    private const string ElementsModel = "elements-mini";
    private const string Prompt = "red gift box, single bow, three-quarter view, warm light";

    public static IReadOnlyList<(string Id, CanvasSize Size)> Placements { get; } =
    [
        ("iab_mrec", new(300, 250)),
        ("iab_leaderboard", new(728, 90)),
        ("iab_super_leaderboard", new(970, 90)),
        ("iab_billboard", new(970, 250)),
        ("iab_skyscraper", new(160, 600)),
        ("iab_portrait", new(300, 1050)),
        ("iab_mobile_320", new(320, 50)),
        ("iab_inter_640", new(640, 1136)),
        ("gdn_half_page", new(300, 600)),
        ("gdn_square", new(250, 250)),
        ("rda_landscape", new(1200, 628)),
        ("rda_square", new(1200, 1200)),
        ("rda_portrait", new(1200, 1500)),
        ("rda_vertical", new(900, 1600)),
        ("meta_story", new(1080, 1920)),
        ("wx_moments_54", new(800, 640)),
        ("wx_mp_cover", new(900, 383)),
        ("tx_h", new(1280, 720)),
        ("xhs_note_1080", new(1080, 1440)),
        ("oe_small", new(456, 300)),
        ("tb_m_focus", new(640, 200)),
        ("alipay_cdp", new(1242, 290)),
        ("app_banner_3x", new(1125, 360)),
        ("li_cover", new(1584, 396)),
    ];

    /// <value>A sample brand's logo for dark grounds.</value>
    public static string LogoFile => Path.Combine(Tools.Root, "samples", "brands", "chengya", "mono_light.svg");

    public static SafeSvg ReadLogo(string file)
    {
        var problems = SafeSvgParser.Parse(File.ReadAllBytes(file), out var svg);
        return svg ?? throw new InvalidDataException($"{file}: {string.Join(" ", problems)}");
    }

    /// <summary>The files of the faces, for programs that do not share our font folder.</summary>
    public static IReadOnlyList<FontSource> Fonts(IEnumerable<FontFace> faces) =>
    [
        .. faces.Select(face => new FontSource(face.Family, face.Weight, Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "fonts"), $"{face.Family.Replace(" ", "", StringComparison.Ordinal)}_{face.Weight}*.ttf")
            .Single())),
    ];

    /// <summary>Paints the one element that all sizes share.</summary>
    /// <returns>A PNG with alpha.</returns>
    public static string PaintCutout(string folder)
    {
        using var models = new ModelCatalog(Path.Combine(Tools.Root, "models"), new EngineOptions());
        var painter = models.Painter(ElementsModel);
        var defaults = painter.Vocabulary;
        var image = painter.Paint([new PaintRequest(Prompt, Seed: 18, defaults.Steps, defaults.Guidance, defaults.Scheduler)], null, CancellationToken.None)[0];
        using (image)
        {
            var file = Path.Combine(folder, "cutout.png");
            File.WriteAllBytes(file, new Rasterizer().Encode(image, ImageFormat.Png, quality: 0));
            return file;
        }
    }
}
