using Creative.Core.Brands;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>
/// Calms the ground under words that could not be read on it as it is, as little as does it: a soft veil of the palette's
/// own colour, or a button in one colour.
/// </summary>
internal static class TextGrounds
{
    // Of the contrast that is needed: small text that comes this close gets a veil rather than ink of the opposite
    // kind, black among white texts.
    private const double Close = 0.66;

    private static readonly double[] Strengths = [0.3, 0.45, 0.6, 0.8];

    /// <param name="bare">RGB, what is drawn below all words.</param>
    public static IEnumerable<SceneNode> Nodes(PlannedLayout plan, IStyle style, Palette palette, Brand brand, PixelImage bare)
    {
        foreach (var (role, text) in plan.Layout.Texts)
        {
            var content = plan.Content.Texts[role];
            var under = BackdropContrast.Under(bare, text.Ink(content));
            var needed = TextPainter.Needed(role, text, content);
            var inks = style.Treat(role, palette).Inks;
            if (inks.Any(i => IsOfTone(i, palette) && under.Of(i) >= needed))
            {
                continue;
            }

            var own = palette.IsLight ? Colour.Black : Colour.White;
            var readable = inks.Append(Colour.White).Append(Colour.Black).Any(i => under.Of(i) >= needed);
            if (readable && !(role is LayoutRole.AiLabel or LayoutRole.Disclaimer or LayoutRole.Subhead && under.Of(own) >= Close * needed))
            {
                continue;
            }

            if (role == LayoutRole.CallToAction && ButtonPlates.Plain(style.Plate(role, text.Box, brand.CornerRadius, palette), brand.ButtonStyle, text.Box) is { } plain)
            {
                yield return plain;
                continue;
            }

            yield return Veil(role, text, under, needed, palette, own);
        }
    }

    private static bool IsOfTone(Ink ink, Palette palette) => Contrast.Luminance(ink.Top) > 0.4 != palette.IsLight;

    private static SceneNode Veil(LayoutRole role, PlacedText text, BackdropContrast under, double needed, Palette palette, Ink own)
    {
        var colour = palette.IsLight ? palette["lift"] : palette["deep"];
        var strength = Strengths.FirstOrDefault(s => under.Veiled(colour with { Alpha = s }).Of(own) >= 1.05 * needed, Strengths[^1]);
        return role == LayoutRole.AiLabel ? Shade(text.Box, colour, strength) : Blurred(text, colour with { Alpha = strength });
    }

    // The label stands in a corner: the corner gets darker, or brighter, and no spot is seen.
    private static PathNode Shade(Box label, Colour colour, double strength)
    {
        var (rx, ry) = (1.3 * label.Width, 2.4 * label.Height);
        GradientStop Stop(double at, double share) => new(at, colour with { Alpha = share * strength });
        return new PathNode("veil", Paths.Ellipse(label.CenterX, label.CenterY, rx, ry),
            new RadialGradient(label.CenterX, label.CenterY, rx, ry, [Stop(0, 1), Stop(0.46, 1), Stop(0.64, 0.66), Stop(0.82, 0.2), Stop(1, 0)]));
    }

    private static SoftNode Blurred(PlacedText text, Colour colour) => new(
        "veil", [new PathNode("veil", Paths.RoundedRectangle(text.Box.Grow(0.7 * text.Size), 0.8 * text.Size), colour)], Math.Max(1, 0.5 * text.Size));
}
