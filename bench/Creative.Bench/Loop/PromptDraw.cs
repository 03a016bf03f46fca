using System.Collections.Immutable;
using Creative.Bench.Elements;
using Creative.Core.Diffusion;
using Creative.Core.Numerics;
using Creative.Studio.Vocabulary;

namespace Creative.Bench.Loop;

/// <summary>Prompts that are asked for together: one call of the server, with one seed.</summary>
internal sealed record PromptBatch(ImmutableArray<string> Prompts, ulong Seed);

/// <summary>Which prompts and seeds a model is asked for. Those of a round, of its comparison and of the measurement never meet.</summary>
internal static class PromptDraw
{
    private const int BatchSize = 20;
    private const ulong RoundSeeds = 1_000_000;
    private const ulong ComparisonSeeds = 500_000;

    /// <summary>What a round's designers choose from: all classes alike, everything else by lot.</summary>
    public static IEnumerable<PromptBatch> OfRound(ElementVocabulary vocabulary, int round, int count) =>
        Draw(vocabulary, count, RoundSeeds * (ulong)(round + 1));

    /// <summary>What two versions are compared on.</summary>
    public static IEnumerable<PromptBatch> OfComparison(ElementVocabulary vocabulary, int round, int count) =>
        Draw(vocabulary, count, (RoundSeeds * (ulong)(round + 1)) + ComparisonSeeds);

    /// <summary>What every champion is measured on: the seeds of `bench elements`, from 0 on.</summary>
    public static IEnumerable<ElementRequest> OfMeasurement(ElementVocabulary vocabulary, int count)
    {
        var kinds = ElementRequests.Classes(vocabulary).ToArray();
        return kinds.SelectMany((kind, i) => ElementRequests.Of(vocabulary, kind, 0, (count / kinds.Length) + (i < count % kinds.Length ? 1 : 0)));
    }

    private static IEnumerable<PromptBatch> Draw(ElementVocabulary vocabulary, int count, ulong firstSeed)
    {
        var kinds = ElementRequests.Classes(vocabulary).ToArray();
        var random = new SeededRandom(firstSeed);
        var prompts = Enumerable.Range(0, count).Select(i => Attributes(vocabulary, kinds[i % kinds.Length], random).Prompt);
        return prompts.Chunk(BatchSize).Select((batch, i) => new PromptBatch([.. batch.Distinct(StringComparer.Ordinal)], firstSeed + (ulong)i));
    }

    private static ElementAttributes Attributes(ElementVocabulary vocabulary, ElementClass kind, SeededRandom random)
    {
        T One<T>(IReadOnlyList<T> words) => words[random.Below(words.Count)];
        ElementShape[] shapes = [.. Studio.Vocabulary.Elements.Shapes.Where(shape => shape.Class == kind && vocabulary.Variants[kind.Noun].Contains(shape.Variant))];
        return new ElementAttributes(One(shapes), One(vocabulary.Hues[kind.Noun]), One(vocabulary.ViewsOf(kind.Noun)), One(vocabulary.Lights), One(vocabulary.Materials));
    }
}
