using Creative.Bench.Elements;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Core.Scoring;
using Creative.Core.Scoring.Learning;
using Creative.Studio.Judging;
using Creative.Studio.Raters;

namespace Creative.Bench.Labels;

/// <summary>Elements that a model painted, judged against fresh renders: several of each prompt, one after the other.</summary>
internal static class PaintedPool
{
    private static readonly ElementHeuristics Heuristics = new();

    /// <param name="from">Number of the first prompt of each class.</param>
    /// <param name="prompts">For each class.</param>
    /// <param name="seeds">Pictures of each prompt.</param>
    /// <param name="first">Seeds are derived from this: another one, other pictures.</param>
    public static Pool Make(IElementPainter painter, ElementFeaturizer featurizer, int from, int prompts, int seeds, ulong first)
    {
        var requests = ElementRequests.Classes(painter.Vocabulary)
            .SelectMany(kind => ElementRequests.Of(painter.Vocabulary, kind, from, prompts).Select(request => (Kind: kind, Request: request))).ToArray();
        var items = new PoolItem[requests.Length * seeds];
        var done = 0;
        Parallel.For(0, requests.Length, i =>
        {
            var (kind, request) = requests[i];
            Candidates(painter, featurizer, request, kind.Id, [.. Enumerable.Range(i * seeds, seeds).Select(k => SeededRandom.Derive(first, (ulong)k))]).CopyTo(items, i * seeds);
            Console.Error.WriteLine($"painted {Interlocked.Add(ref done, seeds)}/{items.Length}");
        });
        return new Pool(featurizer.Layout, items);
    }

    /// <summary>The candidates of one prompt, chosen among as a render chooses.</summary>
    private static PoolItem[] Candidates(IElementPainter painter, ElementFeaturizer featurizer, ElementRequest request, string family, ulong[] seeds)
    {
        var words = painter.Vocabulary;
        PixelImage[] images = [.. seeds.Select(seed => painter.Paint([new PaintRequest(request.Prompt, seed, words.Steps, words.Guidance, words.Scheduler)], null, default)[0])];
        var inputs = featurizer.Describe([.. images.Select(image => (image, request.Prompt))], default);
        var measured = Heuristics.Score(images, request.Prompt);
        PoolItem[] items = [.. images.Select((image, k) => new PoolItem(inputs[k], TrueQuality.Of(ElementJudge.Judge(image, request.Attributes)), family, measured[k].Value))];
        Array.ForEach(images, image => image.Dispose());
        return items;
    }
}
