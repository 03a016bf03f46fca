using Creative.Core.Brands;
using Creative.Core.Concepts;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>Draws the logo in the variant that suits how bright its ground is.</summary>
internal static class LogoPlacement
{
    // Mean luminance below which a ground counts as dark.
    private const double Dark = 0.3;

    /// <param name="bare">RGB, what is drawn below the logo.</param>
    public static IEnumerable<SceneNode> Nodes(RepairedLayout layout, Brand brand, Palette palette, PixelImage bare)
    {
        if (layout.Logo is not { } logo)
        {
            yield break;
        }

        var box = layout.Boxes[LayoutRole.Logo];
        var onDark = BackdropContrast.Under(bare, box).Mean < Dark;
        var mono = brand.Logos.FirstOrDefault(l => l.Variant == (onDark ? "mono_light" : "mono_dark"));
        var own = brand.Logos.First(l => l.Variant == logo.Variant);
        if (logo.Variant == "full" && onDark && mono is not null)
        {
            yield return new SvgNode("logo", mono.Svg, box);
            yield break;
        }

        if (onDark)
        {
            // A coloured mark on a dark ground stands on a light tile, as an app's icon does.
            yield return new PathNode("logo-tile", Paths.RoundedRectangle(box.Grow(0.12 * box.Height), 0.3 * box.Height), palette["paper"]);
        }

        yield return new SvgNode("logo", own.Svg, box);
    }
}
