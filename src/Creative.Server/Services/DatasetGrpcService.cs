using Creative.Contract.V1;
using Creative.Core.Datasets.Export;
using Creative.Server.Datasets;
using Creative.Server.Datasets.Export;
using Creative.Server.Datasets.Snapshots;
using Creative.Server.Datasets.Storage;
using Creative.Server.Errors;
using Grpc.Core;

namespace Creative.Server.Services;

/// <summary>creative.v1.DatasetService: what was scored, frozen and exported.</summary>
public sealed class DatasetGrpcService(SnapshotDesk snapshots, DatasetStore store, DatasetExporter exporter, RoundBook rounds) : DatasetService.DatasetServiceBase
{
    private const int UsualPage = 50;
    private const int LargestPage = 200;

    public override Task<Dataset> TakeSnapshot(TakeSnapshotRequest request, ServerCallContext context) => snapshots.TakeAsync(request, context.CancellationToken);

    public override async Task<ListDatasetsResponse> ListDatasets(ListDatasetsRequest request, ServerCallContext context)
    {
        if (request.PageSize is < 0 or > LargestPage)
        {
            throw Refusals.BadRequest("page_size", $"is {request.PageSize}; 1 to {LargestPage}, or 0 for {UsualPage}");
        }

        var before = long.MaxValue;
        if (request.PageToken.Length > 0 && !long.TryParse(request.PageToken, out before))
        {
            throw Refusals.BadRequest("page_token", "is not one that this service has given");
        }

        var size = request.PageSize == 0 ? UsualPage : request.PageSize;
        var rows = await store.ListAsync(before, size + 1, context.CancellationToken);
        return new ListDatasetsResponse
        {
            Datasets = { rows.Take(size).Select(row => Dataset.Parser.ParseFrom(row.Record)) },
            NextPageToken = rows.Count > size ? $"{rows[size - 1].Ordinal}" : "",
        };
    }

    public override async Task<Dataset> GetDataset(GetDatasetRequest request, ServerCallContext context) =>
        Dataset.Parser.ParseFrom((await store.FindAsync(request.Id, context.CancellationToken) ?? throw Refusals.NotFound("dataset", request.Id)).Record);

    public override Task<ListExportFormatsResponse> ListExportFormats(ListExportFormatsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListExportFormatsResponse { Formats = { ExportFormats.All.Select(format => new ExportFormat { Id = format.Id, Description = format.Description }) } });

    public override Task ExportDataset(ExportDatasetRequest request, IServerStreamWriter<ExportDatasetChunk> responseStream, ServerCallContext context) =>
        exporter.ExportAsync(request, responseStream, context.CancellationToken);

    public override Task<Round> PutRound(PutRoundRequest request, ServerCallContext context) => rounds.PutAsync(request.Round, context.CancellationToken);

    public override Task<ListRoundsResponse> ListRounds(ListRoundsRequest request, ServerCallContext context) => rounds.ListAsync(request.Series, context.CancellationToken);
}
