using Creative.Core.Composition;
using Creative.Core.Diffusion;
using Creative.Core.Layouts;

namespace Creative.Server.Hosting;

/// <summary>What makes pictures, with its models loaded.</summary>
/// <param name="Composer">Takes painted elements from the cache where they are there.</param>
/// <param name="Afresh">Paints every element, to prove that it comes out the same.</param>
/// <param name="Painter">The elements model.</param>
/// <param name="Layouts">The layout model.</param>
/// <param name="Upscaler">Null when there is none.</param>
public sealed record Workshop(
    CreativeComposer Composer,
    CreativeComposer Afresh,
    IElementPainter Painter,
    ILayoutModel Layouts,
    IImageUpscaler? Upscaler);
