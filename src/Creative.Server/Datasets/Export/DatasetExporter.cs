using Creative.Contract.V1;
using Creative.Core.Datasets.Export;
using Creative.Core.Datasets.Export.Files;
using Creative.Server.Datasets.Storage;
using Creative.Server.Errors;
using Grpc.Core;

namespace Creative.Server.Datasets.Export;

/// <summary>Streams exports. Nothing is kept but hashes: each file is made while it is sent, always with the same bytes.</summary>
public sealed class DatasetExporter(DatasetStore store, DatasetSources sources, MadeFiles files)
{
    /// <exception cref="RpcException">NOT_FOUND; INVALID_ARGUMENT; FAILED_PRECONDITION; DATA_LOSS: an image was taken away behind the server's back.</exception>
    public async Task ExportAsync(ExportDatasetRequest request, IServerStreamWriter<ExportDatasetChunk> client, CancellationToken cancellation)
    {
        var format = ExportFormats.Find(request.Format)
            ?? throw Refusals.BadRequest("format", $"'{request.Format}' is none of {string.Join(", ", ExportFormats.All.Select(one => one.Id))}");
        if (request.ResumeOffset < 0 || (request.ResumeOffset > 0 && request.ResumePath.Length == 0))
        {
            throw Refusals.BadRequest("resume_offset", $"is {request.ResumeOffset}; at least 0, and of a file that resume_path names");
        }

        var row = await store.FindAsync(request.Dataset, cancellation) ?? throw Refusals.NotFound("dataset", request.Dataset);
        var made = await files.FindAsync(request.Dataset, format, cancellation);
        var sending = request.ResumePath.Length == 0;
        try
        {
            await DatasetExport.RunAsync(sources.Of(row), format, SendAsync, cancellation);
        }
        catch (EmptyExportException e)
        {
            throw Refusals.Precondition([("dataset", request.Dataset, e.Message)]);
        }
        catch (InvalidDataException e)
        {
            throw Refusals.With(StatusCode.DataLoss, e.Message);
        }

        if (!sending)
        {
            throw Refusals.BadRequest("resume_path", "is no file of this export");
        }

        async Task<ManifestEntry> SendAsync(ExportFile file)
        {
            var start = sending ? 0 : file.Path == request.ResumePath ? request.ResumeOffset : (long?)null;
            sending |= start is not null;
            var known = made.GetValueOrDefault(file.Path);
            if (start is null && (known ?? Stored(file)) is { } before)
            {
                // Sent before: nothing of it has to be read again.
                return before;
            }

            await using var pipe = new ExportPipe(file.Path, start, known?.Sha256 ?? file.Known?.Sha256, client, cancellation);
            await file.WriteAsync(pipe, cancellation);
            var entry = await pipe.EndAsync();
            if (start > entry.Bytes)
            {
                throw Refusals.BadRequest("resume_offset", $"is {start}, but {file.Path} has {entry.Bytes} bytes");
            }

            if (known is null && file.HoldsRecords)
            {
                await files.KeepAsync(request.Dataset, format, entry, cancellation);
            }

            return entry;
        }
    }

    private static ManifestEntry? Stored(ExportFile file) => file.Known is { } known ? new ManifestEntry(file.Path, known.Length(), known.Sha256) : null;
}
