using Creative.Core.Numerics;
using Creative.Core.Scoring;
using Creative.Core.Scoring.Learning;
using Creative.Studio.Defects;
using Creative.Studio.Raters;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;

namespace Creative.Bench.Labels;

/// <summary>
/// Renders of every shape with known defects. Each shape is a family with faults of its own: three kinds that it mostly
/// has, and a share of flawed pictures between 40 and 80 of 100, drawn by its seed.
/// </summary>
internal static class StudioPool
{
    private const int Size = 256;
    private const int Rays = 2;
    private const int Block = 32;
    private const int TypicalKinds = 3;

    private static readonly ElementHeuristics Heuristics = new();

    /// <summary>Made once; the same count and seed give the same pool.</summary>
    public static Pool Make(int count, ulong seed, ElementFeaturizer featurizer)
    {
        var shapes = Studio.Vocabulary.Elements.Shapes;
        // By lot which is common and which is rare, so that ranks do not follow the order of the table.
        var ranked = shapes.OrderBy(shape => SeededRandom.Derive(seed, (ulong)shape.Number)).ToArray();
        var plans = FamilySizes.Of(count, ranked.Length).SelectMany((size, rank) => Enumerable.Repeat(ranked[rank], size)).ToArray();
        var items = new PoolItem[plans.Length];
        for (var start = 0; start < plans.Length; start += Block)
        {
            var from = start;
            var pictures = new (FlawedPicture Picture, string Prompt)[Math.Min(Block, plans.Length - start)];
            Parallel.For(0, pictures.Length, k => pictures[k] = Draw(plans[from + k], SeededRandom.Derive(seed, (ulong)(1000 + from + k)), seed));
            var inputs = featurizer.Describe([.. pictures.Select(one => (one.Picture.Image, one.Prompt))], CancellationToken.None);
            for (var k = 0; k < pictures.Length; k++)
            {
                items[start + k] = new PoolItem(inputs[k], TrueQuality.Of(pictures[k].Picture.Defects), Name(plans[start + k]), Heuristics.Score(pictures[k].Picture.Image, pictures[k].Prompt).Value);
                pictures[k].Picture.Dispose();
            }

            Console.Error.WriteLine($"pool {start + pictures.Length}/{plans.Length}");
        }

        return new Pool(featurizer.Layout, items);
    }

    private static (FlawedPicture Picture, string Prompt) Draw(ElementShape shape, ulong one, ulong seed)
    {
        var random = new SeededRandom(one);
        var looks = Studio.Vocabulary.Elements.LooksOf(shape.Class).ToArray();
        var (hue, light, material) = looks[random.Below(looks.Length)];
        var attributes = new ElementAttributes(shape, hue, Studio.Vocabulary.Elements.Views[random.Below(Studio.Vocabulary.Elements.Views.Length)], light, material);
        var shot = Shot.Jittered(attributes, random.NextUInt64());
        return (FlawedPictures.Draw(shot, Size, [.. Defects(shape, random, seed)], one, Rays), attributes.PromptWithoutMaterial);
    }

    private static IEnumerable<(DefectKind Kind, double Severity)> Defects(ElementShape shape, SeededRandom random, ulong seed)
    {
        var own = new SeededRandom(SeededRandom.Derive(seed, (ulong)(500 + shape.Number)));
        var kinds = DefectKinds.All;
        var typical = Enumerable.Range(0, TypicalKinds).Select(_ => kinds[own.Below(kinds.Length)]).ToArray();
        var flawed = own.Between(.4, .8);
        var wanted = random.NextDouble() >= flawed ? 0 : random.NextDouble() < .7 ? 1 : 2;
        return Enumerable.Range(0, wanted).Select(_ =>
            (random.NextDouble() < .7 ? typical[random.Below(TypicalKinds)] : kinds[random.Below(kinds.Length)], random.NextDouble()));
    }

    private static string Name(ElementShape shape) => $"{shape.Class.Id}, {shape.Variant}";
}
