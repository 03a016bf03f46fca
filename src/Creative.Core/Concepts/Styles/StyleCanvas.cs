using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Concepts.Styles;

/// <summary>Where a style draws.</summary>
/// <param name="Focus">Centre of what the eye should go to: the hero, or the text when there is none.</param>
/// <param name="FocusRadius">Half the size of the hero in pixels.</param>
/// <param name="Keep">Boxes of text and logo: decoration stays out of them.</param>
/// <param name="Seed">Of everything random.</param>
public sealed record StyleCanvas(
    CanvasSize Size, Palette Palette, (double X, double Y) Focus, double FocusRadius, ImmutableArray<Box> Keep, ulong Seed)
{
    /// <value>False: the focus is on words, and nothing may be built around it.</value>
    public bool HasHero { get; init; } = true;

    public double Diagonal => Math.Sqrt(((double)Size.Width * Size.Width) + ((double)Size.Height * Size.Height));

    public bool IsFree(Box box) => !Keep.Any(k => k.Overlaps(box));
}
