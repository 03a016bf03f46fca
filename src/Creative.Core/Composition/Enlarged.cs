using System.Collections.Immutable;
using System.Globalization;
using Creative.Core.Diffusion;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>What became of the elements in a picture, some of which it draws larger than they were painted.</summary>
/// <param name="Uses">Every element.</param>
/// <param name="Models">The upscaler, when it had a part in the picture; at most one.</param>
/// <param name="Reasons">A sentence for each element that is drawn larger, the largest use of it.</param>
internal sealed record Enlarged(ImmutableArray<PaintedElementUse> Uses, ImmutableArray<ModelIdentity> Models, ImmutableArray<string> Reasons)
{
    public static Enlarged In(Scene scene, ConceptArt art)
    {
        var uses = art.Elements.Select(element => (Element: element, Use: Use(scene, element))).ToImmutableArray();
        var larger = uses.Where(one => one.Use.DrawnWidth > one.Use.PaintedWidth).ToImmutableArray();
        return new Enlarged(
            [.. uses.Select(one => one.Use)],
            [.. larger.Where(one => one.Use.EnlargedBy.Length > 0).Select(one => one.Element.Enlargement!.Model).Distinct()],
            [.. larger.Select(one => Reason(one.Element, one.Use))]);
    }

    private static PaintedElementUse Use(Scene scene, PaintedElement element)
    {
        var widest = scene.Nodes.OfType<ImageNode>().Where(node => element.Drew(node.Image)).Select(node => node.Destination.Width).DefaultIfEmpty().Max();
        var painted = element.Image.Size.Width;
        var enlargedBy = widest > painted && element.Enlargement is { Applies: true } larger ? larger.Model.Id : "";
        return new PaintedElementUse(element.Plan.ElementClass, element.Request, element.Candidates, element.Score, painted, Math.Round(widest, 1), enlargedBy) { Scored = element.Scored };
    }

    private static string Reason(PaintedElement element, PaintedElementUse use) => string.Create(
        CultureInfo.InvariantCulture,
        $"The {use.ElementClass} is drawn {use.DrawnWidth:0} px wide and was painted {use.PaintedWidth} px wide: {How(element)}.");

    private static string How(PaintedElement element) => element.Enlargement switch
    {
        { Applies: true } larger => $"enlarged by {larger.Model.Id} {larger.Model.Version}",
        { } => $"resampled, since the upscaler takes no more than {Enlargement.MostNative} px",
        null => "resampled, since there is no upscaler",
    };
}
