using Creative.Core.Imaging;

namespace Creative.Bench.Sizes;

/// <summary>Places the banner's parts on a canvas and fits each text to its box, as large as it goes.</summary>
/// <param name="fonts">Measures text.</param>
/// <param name="logoRatio">Width over height of the logo.</param>
internal sealed class BannerLayout(IFontCatalog fonts, double logoRatio)
{
    private const double LineHeight = 1.25;

    // Middle of a Chinese character above its baseline, in em.
    private const double HalfHeight = 0.36;

    private static readonly FontFace Heavy = new("Noto Sans SC", 900);
    private static readonly FontFace Plain = new("Noto Sans SC", 500);

    public static IReadOnlyList<FontFace> Faces { get; } = [Heavy, Plain];

    /// <param name="picture">Kept with the banner.</param>
    public Banner Place(string placement, CanvasSize size, string picture)
    {
        var plan = Plan(size);
        var button = Scale(plan.Button, size);
        var mark = Contain(Scale(plan.Logo, size), logoRatio);
        var texts = Scale(plan.Texts, size);
        return new Banner(
            placement,
            size.Width,
            size.Height,
            picture,
            new GradientBox(180, "#d9251d", "#7d0a12"),
            Flat(Contain(Scale(plan.Hero, size), 1, centred: true)),
            Flat(mark),
            [
                Fit("headline", plan.Narrow ? ["会员日", "全场好礼"] : ["每月18日 会员好礼"], Heavy, "#ffe9b8", Band(texts, 0, 0.46)),
                Fit("benefit", ["立减 88 元"], Heavy, "#ffffff", Band(texts, 0.5, 0.74)),
                Fit("subhead", ["下单即享，数量有限"], Plain, "#ffd9c0", Band(texts, 0.8, 1)),
            ],
            new ButtonBox(
                button.X, button.Y, button.Width, button.Height, button.Height / 2, "#ffc94d",
                Fit("call to action", ["立即领取"], Heavy, "#8a1010", Middle(button, 0.72, 0.62), centred: true)));
    }

    /// <summary>Regions as shares of the canvas.</summary>
    private static RegionPlan Plan(CanvasSize size) => size.Ratio switch
    {
        >= 2.2 => new(new(0.02, 0.3, 0.13, 0.4), new(0.18, 0.12, 0.42, 0.76), new(0.62, 0.06, 0.17, 0.88), new(0.81, 0.32, 0.17, 0.36), false),
        >= 0.85 => new(new(0.05, 0.06, 0.3, 0.09), new(0.05, 0.22, 0.5, 0.46), new(0.56, 0.16, 0.41, 0.74), new(0.05, 0.75, 0.32, 0.14), false),
        >= 0.4 => new(new(0.06, 0.04, 0.5, 0.06), new(0.08, 0.13, 0.84, 0.26), new(0.1, 0.42, 0.8, 0.4), new(0.2, 0.85, 0.6, 0.08), true),
        _ => new(new(0.1, 0.03, 0.8, 0.07), new(0.08, 0.13, 0.84, 0.3), new(0.06, 0.46, 0.88, 0.36), new(0.12, 0.86, 0.76, 0.08), true),
    };

    private TextBlock Fit(string role, IReadOnlyList<string> lines, FontFace face, string colour, Box box, bool centred = false)
    {
        var widths = lines.Select(line => fonts.Measure(line, face).Advance).ToList();
        var size = Math.Min(box.Width / widths.Max(), box.Height / (lines.Count * LineHeight));
        var top = box.CenterY - (lines.Count * LineHeight * size / 2);
        return new TextBlock(role, face.Family, face.Weight, size, LineHeight * size, colour,
        [
            .. lines.Select((line, i) => new TextLine(
                line,
                centred ? box.CenterX - (widths[i] * size / 2) : box.X,
                top + ((i + 0.5) * LineHeight * size) + (HalfHeight * size),
                widths[i] * size)),
        ]);
    }

    private static Box Scale(Box share, CanvasSize size) =>
        new(share.X * size.Width, share.Y * size.Height, share.Width * size.Width, share.Height * size.Height);

    private static Box Band(Box box, double from, double to) => new(box.X, box.Y + (from * box.Height), box.Width, (to - from) * box.Height);

    private static Box Middle(Box box, double width, double height) =>
        new(box.CenterX - (width * box.Width / 2), box.CenterY - (height * box.Height / 2), width * box.Width, height * box.Height);

    private static Box Contain(Box box, double ratio, bool centred = false)
    {
        var height = Math.Min(box.Height, box.Width / ratio);
        var width = height * ratio;
        return new Box(centred ? box.CenterX - (width / 2) : box.X, box.CenterY - (height / 2), width, height);
    }

    private static PlainBox Flat(Box box) => new(box.X, box.Y, box.Width, box.Height);

    private sealed record RegionPlan(Box Logo, Box Texts, Box Hero, Box Button, bool Narrow);
}
