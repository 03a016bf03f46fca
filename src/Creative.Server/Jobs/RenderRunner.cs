using System.Collections.Concurrent;
using System.Diagnostics;
using Creative.Contract.V1;
using Creative.Core.Composition;
using Creative.Core.Scenes;
using Creative.Core.Storage;
using Creative.Server.Hosting;
using Creative.Server.Labeling.Items;
using Creative.Server.Mapping;
using Creative.Server.Storage;
using Brand = Creative.Core.Brands.Brand;
using Brief = Creative.Core.Briefs.Brief;
using Concept = Creative.Core.Concepts.Concept;
using Placement = Creative.Core.Placements.Placement;

namespace Creative.Server.Jobs;

/// <summary>Works through one render: paints each concept, composes the sizes that have no outcome yet, keeps each outcome as it comes.</summary>
public sealed class RenderRunner(
    RequestReader reader,
    RenderModels models,
    RenderScorers scorers,
    RenderCollector collector,
    RenderStore store,
    IBlobStore blobs,
    IRasterizer rasterizer,
    ServerOptions options,
    TimeProvider clock)
{
    private readonly int _parallel = options.ParallelPlacements == 0 ? Environment.ProcessorCount : options.ParallelPlacements;

    /// <summary>Returns when every placement of every variant has its outcome.</summary>
    /// <param name="render">What was accepted; it may be partly done.</param>
    /// <param name="feed">Hears of progress and of each outcome.</param>
    /// <param name="cancellation">Stops within one denoising step.</param>
    public async Task WorkAsync(RenderRow render, RenderFeed feed, CancellationToken cancellation)
    {
        var request = RenderRequest.Parser.ParseFrom(render.Request);
        var requestOptions = request.Options ?? new RenderOptions();
        var (brief, brand) = await reader.ReadAsync(request, render.BrandVersion, cancellation);
        var report = new RenderProgressReporter(feed, requestOptions, brief.Variants, rasterizer);
        report.Checking();

        using var lease = await models.RentAsync(render, cancellation);
        var composer = lease.Workshop.Composer.ScoredBy(await scorers.OfAsync(render, cancellation));
        var done = (await store.HistoryAsync(render.Id, after: 0, cancellation))
            .Select(entry => (entry.Outcome.Variant, entry.Outcome.Placement))
            .ToHashSet();
        var work = new Work(render, request.Brief, brief, brand, report, feed, Stopwatch.StartNew());
        var concepts = composer.Conceive(brief, brand);
        report.Conceived();
        foreach (var concept in concepts)
        {
            Placement[] open = [.. brief.Placements.Where(placement => !done.Contains((concept.Variant, placement.Id)))];
            if (open.Length == 0)
            {
                continue;
            }

            // Painting is minutes of computing: not on the thread of whoever waits for this task.
            using var art = await Task.Run(
                () => composer.Paint(concept, PaintMapping.ToSettings(requestOptions), step => report.Painted(concept.Variant, step), cancellation), cancellation);
            var delivered = await ComposeAsync(work, composer, concept, art, open, cancellation);
            await collector.CollectAsync(new DeliveredConcept(art, lease.Workshop.Painter, brief.Campaign, delivered), cancellation);
        }

        report.Done();
    }

    /// <returns>What was delivered.</returns>
    private async Task<IReadOnlyCollection<Delivered>> ComposeAsync(
        Work work, CreativeComposer composer, Concept concept, ConceptArt art, Placement[] open, CancellationToken cancellation)
    {
        var all = work.Brief.Placements.Length;
        var done = all - open.Length;
        var delivered = new ConcurrentBag<Delivered>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _parallel, CancellationToken = cancellation };
        await Parallel.ForEachAsync(open, parallel, async (placement, token) =>
        {
            var outcome = composer.Compose(work.Brief, work.Brand, concept, art, placement, token);
            await KeepAsync(work, outcome, token);
            if (outcome is Delivered asset)
            {
                delivered.Add(asset);
            }

            work.Report.Composed(concept.Variant, placement.Id, Interlocked.Increment(ref done), all);
            work.Feed.Announce();
        });
        return delivered;
    }

    private async Task KeepAsync(Work work, Outcome outcome, CancellationToken cancellation)
    {
        AssetRow? asset = null;
        if (outcome is Delivered delivered)
        {
            // The file first: an asset that the database knows has its bytes on the disk.
            var sha256 = await blobs.PutAsync(delivered.File.Bytes, cancellation);
            Debug.Assert(sha256 == delivered.Sha256, "The composer hashes the same bytes.");
            asset = AssetMapping.ToRow(delivered, work.Render.Id, work.Wanted, work.Brand.Id, clock.GetUtcNow());
        }

        var refused = outcome as Refused;
        await store.AddAsync(
            new OutcomeRow
            {
                RenderId = work.Render.Id,
                Sequence = 0,
                Variant = outcome.Variant,
                Placement = outcome.Placement.Id,
                Rule = refused?.Rule ?? "",
                Reason = refused?.Reason ?? "",
            },
            asset,
            work.Render.ElapsedMs + work.Watch.ElapsedMilliseconds,
            cancellation);
    }

    /// <summary>One render while it is being worked on.</summary>
    private sealed record Work(
        RenderRow Render, Contract.V1.Brief Wanted, Brief Brief, Brand Brand, RenderProgressReporter Report, RenderFeed Feed, Stopwatch Watch);
}
