using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Bench.Sizes;

/// <summary>The banner as a scene.</summary>
internal static class BannerScene
{
    public static ImmutableArray<SceneNode> Of(Banner banner, PixelImage cutout, SafeSvg logo) =>
    [
        new PathNode("background", Rectangle(0, 0, banner.Width, banner.Height, 0), Fill(banner.Background, banner.Height)),
        new ImageNode("hero", cutout, Box(banner.Hero)),
        new SvgNode("logo", logo, Box(banner.Mark)),
        .. banner.Texts.Select(Text),
        new PathNode("button", Rectangle(banner.Button.X, banner.Button.Y, banner.Button.Width, banner.Button.Height, banner.Button.Radius), Colour.Parse(banner.Button.Fill)),
        Text(banner.Button.Label),
    ];

    private static LinearGradient Fill(GradientBox gradient, double height) =>
        new(0, 0, 0, height, [new GradientStop(0, Colour.Parse(gradient.From)), new GradientStop(1, Colour.Parse(gradient.To))]);

    private static TextNode Text(TextBlock text)
    {
        var face = new FontFace(text.Family, text.Weight);
        var runs = text.Lines.Select(line => new TextRun(line.Content, face, text.Size, line.X, line.Y, Colour.Parse(text.Colour)));
        var ink = text.Lines
            .Select(line => new Box(line.X, line.Y - text.Size, line.Width, text.Size * 1.3))
            .Aggregate((all, line) => all.Union(line));
        return new TextNode(text.Role, [.. runs], ink);
    }

    private static Box Box(PlainBox box) => new(box.X, box.Y, box.Width, box.Height);

    private static string Rectangle(double x, double y, double width, double height, double radius) => radius == 0
        ? FormattableString.Invariant($"M{x} {y}h{width}v{height}h{-width}z")
        : FormattableString.Invariant($"M{x + radius} {y}h{width - (2 * radius)}a{radius} {radius} 0 0 1 0 {2 * radius}h{(2 * radius) - width}a{radius} {radius} 0 0 1 0 {-2 * radius}z");
}
