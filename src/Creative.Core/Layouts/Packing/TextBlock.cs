using Creative.Core.Imaging;
using Creative.Core.Typography;

namespace Creative.Core.Layouts;

/// <summary>A text at a size, ready to be stacked.</summary>
/// <param name="Width">Ink and padding, in pixels.</param>
/// <param name="Height">Ink and padding, in pixels.</param>
internal readonly record struct SizedText(LayoutRole Role, TextSetting Setting, double Size, double Width, double Height)
{
    /// <summary>On a vertical axis, its top at <paramref name="y"/>.</summary>
    public PlacedText Centred(double axis, double y) => new(new Box(axis - (Width / 2), y, Width, Height), Size, Setting, 0.5);
}

internal static class TextBlock
{
    /// <summary>
    /// The text at the size that belongs to a headline of <paramref name="headlineSize"/> pixels, on as few lines as fit
    /// <paramref name="maxWidth"/>. Secondary text shrinks to its minimum before it gives up; the headline does not
    /// shrink, since its size is what is being searched for. Null when it does not fit.
    /// </summary>
    public static SizedText? Fit(LayoutRole role, TextContent content, double headlineSize, double maxWidth)
    {
        var wanted = Math.Max(content.MinSize, headlineSize * content.Ratio);
        SizedText? best = null;
        foreach (var setting in content.Settings)
        {
            var widest = maxWidth / (setting.Width + (2 * content.Padding.X));
            if (widest >= wanted)
            {
                return At(role, content, setting, wanted);
            }

            if (role != LayoutRole.Headline && widest >= content.MinSize && (best is null || widest > best.Value.Size * 1.12))
            {
                best = At(role, content, setting, widest);
            }
        }

        return best;
    }

    public static SizedText At(LayoutRole role, TextContent content, TextSetting setting, double size) =>
        new(role, setting, size, size * (setting.Width + (2 * content.Padding.X)), size * (setting.Height + (2 * content.Padding.Y)));
}
