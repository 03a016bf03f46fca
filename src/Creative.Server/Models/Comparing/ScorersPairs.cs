using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Core.Comparing;
using Creative.Core.Diffusion;
using Creative.Core.Labeling;
using Creative.Core.Scoring;
using Creative.Core.Scoring.Learning;
using Creative.Engine;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Labeling.Items;
using Creative.Server.Labeling.Learning;
using Creative.Server.Models.Serving;
using Grpc.Core;

namespace Creative.Server.Models.Comparing;

/// <summary>
/// Pairs that are painted for the comparison and judged by the scorer that designers have taught. It sees an image and its prompt and
/// nothing else; which version paints a pair first alternates with the seed.
/// </summary>
public sealed class ScorersPairs(ModelShelf shelf, ModelFolders folders, ScorerInForce scorers)
{
    private const int Batch = 4;
    private const double Usable = 0.5;

    /// <exception cref="RpcException">FAILED_PRECONDITION: a version cannot be used, or the scorer has learnt too little.</exception>
    public async Task<IReadOnlyList<ComparedPair>> PaintAsync(
        PaintedPairs wanted, ModelKey baseline, ModelKey candidate, IServerStreamWriter<CompareModelsProgress> client, CancellationToken cancellation)
    {
        var scorer = await scorers.PinAsync(cancellation);
        if (scorer is not LearnedElementScorer)
        {
            throw Refusals.Precondition([("scorer", "scorer", $"The scorer has not seen the {LearnedElementScorer.Enough} judgements that it needs to judge models.")]);
        }

        if (folders.KindOf(baseline) != ModelKind.Elements || folders.KindOf(candidate) != ModelKind.Elements)
        {
            throw Refusals.Precondition([("model", baseline.Id, $"'{baseline.Id}' paints no elements.")]);
        }

        try
        {
            using var ours = await shelf.RentAsync(baseline, cancellation);
            using var theirs = await shelf.RentAsync(candidate, cancellation);
            return await PaintAsync(wanted, ours.Painter, theirs.Painter, scorer, client, cancellation);
        }
        catch (InvalidModelException e)
        {
            throw WorkshopLoader.Refused(e);
        }
    }

    private static async Task<IReadOnlyList<ComparedPair>> PaintAsync(
        PaintedPairs wanted, IElementPainter ours, IElementPainter theirs, IElementScorer scorer, IServerStreamWriter<CompareModelsProgress> client, CancellationToken cancellation)
    {
        (string Prompt, ulong Seed)[] all = [.. wanted.Prompts.SelectMany(prompt => Enumerable.Range(0, wanted.SeedsPerPrompt).Select(n => (prompt, unchecked(wanted.FirstSeed + (ulong)n))))];
        var pairs = new List<ComparedPair>(all.Length);
        foreach (var batch in all.Chunk(Batch))
        {
            var first = batch[0].Seed % 2 == 0 ? ours : theirs;
            var second = ReferenceEquals(first, ours) ? theirs : ours;
            var judged = await Task.Run(() => (First: Judge(first, batch, wanted.FewSteps, scorer, cancellation), Second: Judge(second, batch, wanted.FewSteps, scorer, cancellation)), cancellation);
            var (baseline, candidate) = ReferenceEquals(first, ours) ? (judged.First, judged.Second) : (judged.Second, judged.First);
            pairs.AddRange(batch.Select((one, i) => new ComparedPair(ElementOrigin.ClassIn(one.Prompt, ours.Vocabulary), baseline[i], candidate[i])));
            await client.WriteAsync(new CompareModelsProgress { Done = pairs.Count, Total = all.Length }, cancellation);
        }

        return pairs;
    }

    private static JudgedSide[] Judge(IElementPainter painter, (string Prompt, ulong Seed)[] batch, bool fewSteps, IElementScorer scorer, CancellationToken cancellation)
    {
        var vocabulary = painter.Vocabulary;
        var settings = fewSteps && vocabulary.FewSteps is { } few ? few : new FewSteps(vocabulary.Steps, vocabulary.Guidance, vocabulary.Scheduler);
        var requests = batch.Select(one => new PaintRequest(one.Prompt, one.Seed, settings.Steps, settings.Guidance, settings.Scheduler) { FewSteps = fewSteps && vocabulary.FewSteps is not null });
        var images = painter.Paint([.. requests], progress: null, cancellation);
        try
        {
            return [.. images.Select((image, i) => SideOf(scorer.Score(image, batch[i].Prompt)))];
        }
        finally
        {
            foreach (var image in images)
            {
                image.Dispose();
            }
        }
    }

    private static JudgedSide SideOf(ElementScore score) => new(
        score.Figures.Single(figure => figure.Name == ScoringTarget.Usable).Measured >= Usable,
        score.Figures
            .Where(figure => DimensionCatalogue.Default.Find(figure.Name) is not null)
            .ToImmutableSortedDictionary(figure => figure.Name, figure => figure.Measured, StringComparer.Ordinal));
}
