using Creative.Contract.V1;
using Creative.Core.Datasets.Export;
using Creative.Core.Datasets.Export.Files;
using Creative.Core.Storage;
using Creative.Server.Datasets.Snapshots;
using Creative.Server.Datasets.Storage;
using Creative.Server.Errors;
using Grpc.Core;

namespace Creative.Server.Datasets.Export;

/// <summary>Streams exports. Nothing is prepared beforehand: each file is made while it is sent, always with the same bytes.</summary>
public sealed class DatasetExporter(DatasetStore store, RowSegments segments, IBlobStore blobs)
{
    private readonly MadeFiles _made = new();

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
        var source = new DatasetSource(
            DatasetMapping.ToCard(row),
            (split, from, token) => segments.ReadAsync(row.Segments, split, from, token),
            (split, from, token) => segments.ReadRecordsAsync(row.Segments, split, from, token),
            (split, token) => segments.ReadKeysAsync(row.Segments, split, token),
            blobs);
        var sending = request.ResumePath.Length == 0;
        try
        {
            await DatasetExport.RunAsync(source, format, SendAsync, cancellation);
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
            var made = _made.Find(request.Dataset, format.Id, file);
            if (start is null && (made ?? Stored(file)) is { } before)
            {
                // Sent before: nothing of it has to be read again.
                return before;
            }

            await using var pipe = new ExportPipe(file.Path, start, made?.Sha256 ?? file.Known?.Sha256, client, cancellation);
            await file.WriteAsync(pipe, cancellation);
            var entry = new ManifestEntry(file.Path, pipe.Length, await pipe.EndAsync());
            if (start > entry.Bytes)
            {
                throw Refusals.BadRequest("resume_offset", $"is {start}, but {file.Path} has {entry.Bytes} bytes");
            }

            _made.Keep(request.Dataset, format.Id, file, entry);
            return entry;
        }
    }

    private static ManifestEntry? Stored(ExportFile file) => file.Known is { } known ? new ManifestEntry(file.Path, known.Length(), known.Sha256) : null;
}
