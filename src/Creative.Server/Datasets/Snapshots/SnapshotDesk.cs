using System.Collections.Immutable;
using System.Text;
using Creative.Contract.V1;
using Creative.Core.Datasets.Snapshots;
using Creative.Core.Labeling;
using Creative.Server.Datasets.Export;
using Creative.Server.Datasets.Material;
using Creative.Server.Datasets.Storage;
using Creative.Server.Errors;
using Creative.Server.Labeling.Storage;
using Creative.Server.Storage;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Datasets.Snapshots;

/// <summary>Takes snapshots, one at a time: each holds all its rows until they are stored.</summary>
public sealed class SnapshotDesk(
    IDbContextFactory<CreativeDb> databases, MaterialReader material, ImageLooks looks, RowSegments segments, MadeFiles files, DatasetStore store, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <exception cref="RpcException">INVALID_ARGUMENT with every problem; FAILED_PRECONDITION with what each gate did; DATA_LOSS: an image was taken away behind the server's back.</exception>
    public async Task<Dataset> TakeAsync(TakeSnapshotRequest request, CancellationToken cancellation)
    {
        var problems = QueryRules.Of(request, await ProjectsAsync(cancellation));
        if (problems.Count > 0)
        {
            throw Refusals.BadRequest(problems);
        }

        await _gate.WaitAsync(cancellation);
        try
        {
            var header = QueryMapping.ToHeader(request);
            var (order, assigned) = await OrderAsync(request, header, cancellation);
            var snapshot = await Task.Run(() => SnapshotTaker.Take(order), cancellation);
            if (snapshot.Refused)
            {
                throw Refused(snapshot);
            }

            if (await store.FindAsync(snapshot.Id, cancellation) is { } known)
            {
                return Dataset.Parser.ParseFrom(known.Record);
            }

            var dataset = DatasetMapping.ToMessage(snapshot, request, clock.GetUtcNow());
            var row = new DatasetRecordRow
            {
                Id = dataset.Id,
                Record = dataset.ToByteArray(),
                Query = header,
                Segments = await segments.WriteAsync(snapshot.Rows, cancellation),
            };
            var added = snapshot.Splits.Where(split => !assigned.ContainsKey(split.Key)).Select(split => new FamilySplitRow { Family = split.Key, Split = split.Value });
            return Dataset.Parser.ParseFrom((await store.AddAsync(row, await files.MakeShardsAsync(row, cancellation), added, cancellation)).Record);
        }
        catch (InvalidDataException e)
        {
            throw Refusals.With(StatusCode.DataLoss, e.Message);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<(SnapshotOrder Order, IReadOnlyDictionary<string, string> Assigned)> OrderAsync(TakeSnapshotRequest request, string header, CancellationToken cancellation)
    {
        var (query, gates) = (request.Query, request.Gates ?? new DatasetGates());
        var from = query.From?.ToDateTimeOffset().ToUnixTimeMilliseconds() ?? 0;
        var before = query.Before?.ToDateTimeOffset().ToUnixTimeMilliseconds() ?? long.MaxValue;
        var all = await material.ReadAsync(query.Projects, from, before, cancellation);
        var heldOut = await material.ReadAsync(query.HoldOutProjects, 0, long.MaxValue, cancellation);
        var apart = query.HoldOutFamilies.ToImmutableHashSet(StringComparer.Ordinal);
        var assigned = await store.SplitsAsync(cancellation);

        // What was never judged is nobody's to learn from, but of a family that is kept apart it still shows what leaks look like.
        var candidates = all.Where(item => !item.Gold && QueryMapping.Matches(query, item) && item.Judgements.Any()).ToImmutableArray();
        var files = candidates.AddRange(heldOut).Select(item => item.Sha256).ToHashSet(StringComparer.Ordinal);
        var order = new SnapshotOrder(
            Encoding.UTF8.GetBytes(header),
            candidates,
            [.. DimensionCatalogue.Default.All.Select(dimension => dimension.Id).Where(id => candidates.Any(item => item.Judgements.Any(one => one.Scores.ContainsKey(id))))],
            [.. all.Where(item => item.Gold)],
            heldOut,
            apart,
            assigned,
            QueryMapping.ToShares(query),
            QueryMapping.ToSettings(query, gates),
            await looks.OfAsync(files, cancellation),
            QueryMapping.ToWanted(query));
        return (order, assigned);
    }

    private async Task<IReadOnlySet<string>> ProjectsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await db.Set<ProjectRow>().AsNoTracking().Select(row => row.Id).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
    }

    private static RpcException Refused(Snapshot snapshot)
    {
        var objection = snapshot.Reports.FirstOrDefault(report => report.Refused);
        var message = objection is null
            ? $"Nothing is left to learn from: {string.Join(", ", snapshot.Reports.Where(report => report.ItemsAfter < report.ItemsBefore).Select(report => $"{report.Gate} dropped {report.ItemsBefore - report.ItemsAfter} of {report.ItemsBefore} items").DefaultIfEmpty("the query matches no item that was judged"))}."
            : $"The gate '{objection.Gate}' is strict and objects: {string.Join("; ", objection.Remarks)}.";
        return Refusals.With(StatusCode.FailedPrecondition, message, new SnapshotRefusal { Gates = { snapshot.Reports.Select(DatasetMapping.ToMessage) } });
    }
}
