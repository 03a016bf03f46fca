using System.Collections.Immutable;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>What a layout is wanted for.</summary>
/// <param name="Canvas">Pixels.</param>
/// <param name="Safe">Margins that text stays out of.</param>
/// <param name="Composition">How text and hero share the canvas.</param>
/// <param name="Lengths">Roles that are there: for text its width in em, for the logo its width over height, for the hero 0.</param>
/// <param name="Seed">Seeds the proposals.</param>
public sealed record LayoutRequest(
    CanvasSize Canvas,
    Insets Safe,
    CompositionFamily Composition,
    ImmutableSortedDictionary<LayoutRole, double> Lengths,
    ulong Seed);

/// <summary>Boxes by role, in pixels. A proposal may break every rule; a repaired layout breaks none.</summary>
public sealed record Layout(CanvasSize Canvas, CompositionFamily Composition, ImmutableSortedDictionary<LayoutRole, Box> Boxes);

/// <summary>Proposes layouts. Safe to call from several threads.</summary>
public interface ILayoutModel
{
    ModelIdentity Model { get; }

    /// <summary>The same request gives the same proposals on the same machine.</summary>
    IReadOnlyList<Layout> Propose(LayoutRequest request, int count, CancellationToken cancellation);
}
