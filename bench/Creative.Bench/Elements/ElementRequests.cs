using Creative.Core.Diffusion;
using Creative.Studio.Vocabulary;

namespace Creative.Bench.Elements;

/// <summary>One picture to be painted and judged.</summary>
internal sealed record ElementRequest(ElementAttributes Attributes, string Prompt, ulong Seed);

/// <summary>What is asked of a model: prompts and seeds that are fixed, so that two models can be compared.</summary>
internal static class ElementRequests
{
    /// <summary>The classes that a model paints and the studio can draw.</summary>
    public static IEnumerable<ElementClass> Classes(ElementVocabulary vocabulary) =>
        Studio.Vocabulary.Elements.Classes.Where(kind => vocabulary.Classes.Contains(kind.Noun));

    /// <summary>
    /// Seeds from the first on, going through variants, hues, views, lights and materials at speeds that have no common period, so
    /// that any number of pictures covers them evenly.
    /// </summary>
    public static IEnumerable<ElementRequest> Of(ElementVocabulary vocabulary, ElementClass kind, int first, int count)
    {
        var shapes = Studio.Vocabulary.Elements.Shapes.Where(shape => shape.Class == kind && vocabulary.Variants[kind.Noun].Contains(shape.Variant)).ToArray();
        var (hues, views) = (vocabulary.Hues[kind.Noun], vocabulary.ViewsOf(kind.Noun));
        for (var seed = first; seed < first + count; seed++)
        {
            var round = seed / views.Length;
            yield return Request(vocabulary, (ulong)seed, new ElementAttributes(
                shapes[(seed + round) % shapes.Length],
                hues[((seed * 3) + round) % hues.Length],
                views[seed % views.Length],
                vocabulary.Lights[(seed + (round / 2)) % vocabulary.Lights.Length],
                Material(vocabulary, seed / 2)));
        }
    }

    /// <summary>The default of everything, with several seeds.</summary>
    public static IEnumerable<ElementRequest> OfOnePrompt(ElementVocabulary vocabulary, ElementClass kind, int count)
    {
        var attributes = Of(vocabulary, kind, 0, 1).Single().Attributes;
        return Enumerable.Range(0, count).Select(seed => Request(vocabulary, (ulong)(1000 + seed), attributes));
    }

    private static ElementRequest Request(ElementVocabulary vocabulary, ulong seed, ElementAttributes attributes) =>
        new(attributes, KnowsMaterials(vocabulary) ? attributes.Prompt : attributes.PromptWithoutMaterial, seed);

    /// <summary>A model of one material is not told it, and paints what the renderer calls glossy.</summary>
    private static string Material(ElementVocabulary vocabulary, int i) =>
        KnowsMaterials(vocabulary) ? vocabulary.Materials[i % vocabulary.Materials.Length] : Studio.Vocabulary.Elements.Materials[0];

    private static bool KnowsMaterials(ElementVocabulary vocabulary) => vocabulary.Template.Contains("{material}", StringComparison.Ordinal);
}
