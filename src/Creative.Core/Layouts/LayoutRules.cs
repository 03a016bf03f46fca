using Creative.Core.Compliance;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>The numbers that every layout obeys. Change one, and raise <see cref="Version"/>: assets name it.</summary>
public static class LayoutRules
{
    public const string Version = "2026-11-22.4";

    /// <summary>Optional roles in the order in which they are left out when a canvas is too small.</summary>
    public static readonly LayoutRole[] DropOrder =
        [LayoutRole.Subhead, LayoutRole.Benefit, LayoutRole.Disclaimer, LayoutRole.CallToAction];

    /// <summary>Space kept at each edge where the placement asks for less, in pixels.</summary>
    public static double Margin(CanvasSize canvas) => Math.Max(4, 0.055 * canvas.ShortSide);

    /// <summary>
    /// Smallest ink height of a Chinese character, or of Latin from ascender to descender, in pixels of the delivered picture.
    /// </summary>
    /// <param name="label">The market's rule for the AI label.</param>
    public static double MinGlyph(LayoutRole role, CanvasSize canvas, AiLabelRule label) => role switch
    {
        LayoutRole.Headline => Math.Max(12, 0.06 * canvas.ShortSide),
        LayoutRole.AiLabel => Math.Max(label.LeastPixels, label.ShortSideShare * canvas.ShortSide),
        LayoutRole.Disclaimer => Math.Max(10, 0.022 * canvas.ShortSide),
        _ => Math.Max(12, 0.025 * canvas.ShortSide),
    };

    /// <summary>Parts of a canvas that text may use: inside the placement's safe area and the margins.</summary>
    public static Box TextArea(CanvasSize canvas, Insets safe)
    {
        var margin = Margin(canvas);
        return canvas.Bounds.Shrink(new Insets(
            Math.Max(safe.Top, margin), Math.Max(safe.Right, margin), Math.Max(safe.Bottom, margin), Math.Max(safe.Left, margin)));
    }
}
