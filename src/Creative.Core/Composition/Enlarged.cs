using System.Collections.Immutable;
using System.Globalization;
using Creative.Core.Diffusion;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>What became of the elements that a picture draws larger than they were painted.</summary>
/// <param name="Models">The upscaler, when it had a part in the picture; at most one.</param>
/// <param name="Reasons">A sentence for each such element, the largest use of it.</param>
internal sealed record Enlarged(ImmutableArray<ModelIdentity> Models, ImmutableArray<string> Reasons)
{
    public static Enlarged In(Scene scene, ConceptArt art)
    {
        var models = ImmutableArray.CreateBuilder<ModelIdentity>();
        var reasons = ImmutableArray.CreateBuilder<string>();
        foreach (var element in art.Elements)
        {
            var native = element.Image;
            var uses = scene.Nodes.OfType<ImageNode>().Where(node => element.Drew(node.Image)).Select(node => node.Destination.Width).ToArray();
            if (uses.Length == 0 || uses.Max() <= native.Size.Width)
            {
                continue;
            }

            if (element.Enlargement is { Applies: true } larger)
            {
                models.Add(larger.Model);
            }

            reasons.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The {element.Plan.ElementClass} is drawn {uses.Max():0} px wide and was painted {native.Size.Width} px wide: {How(element)}."));
        }

        return new Enlarged([.. models.Distinct()], reasons.ToImmutable());
    }

    private static string How(PaintedElement element) => element.Enlargement switch
    {
        { Applies: true } larger => $"enlarged by {larger.Model.Id} {larger.Model.Version}",
        { } => $"resampled, since the upscaler takes no more than {Enlargement.MostNative} px",
        null => "resampled, since there is no upscaler",
    };
}
