using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Placements;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>Brief + placement → asset. Safe to call from several threads.</summary>
public sealed class CreativeComposer(IElementPainter painter, ILayoutModel layouts, IRasterizer rasterizer, IFontCatalog fonts)
{
    /// <summary>Decides each variant's concept. Paints nothing, takes microseconds.</summary>
    public ImmutableArray<Concept> Conceive(Brief brief, Brand brand) => throw new NotImplementedException($"{painter}{layouts}{rasterizer}{fonts}");

    /// <summary>Paints a concept's elements: the best of the candidates for each.</summary>
    public ConceptArt Paint(Concept concept, PaintSettings settings, Action<PaintStep>? progress, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Lays out, draws, encodes and checks one placement.</summary>
    public Outcome Compose(Brief brief, Brand brand, Concept concept, ConceptArt art, Placement placement, CancellationToken cancellation) => throw new NotImplementedException();
}
