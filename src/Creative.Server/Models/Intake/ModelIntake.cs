using Creative.Contract.V1;
using Creative.Engine;
using Creative.Engine.Checks;
using Creative.Server.Errors;
using Creative.Server.Models.Storage;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Models.Intake;

/// <summary>
/// Takes model folders in: into a staging folder, checked there as `creative models check` does, then moved to its place in one
/// step and noted down. An upload that breaks off, or that something is wrong with, leaves nothing behind.
/// </summary>
public sealed class ModelIntake : IDisposable
{
    private readonly ModelFolders _folders;
    private readonly ModelStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger<ModelIntake> _logger;
    private readonly string _staging;

    // A check loads the model.
    private readonly SemaphoreSlim _checking = new(1);

    /// <summary>Removes what an earlier process left unfinished.</summary>
    public ModelIntake(ModelFolders folders, ModelStore store, TimeProvider clock, ILogger<ModelIntake> logger)
    {
        (_folders, _store, _clock, _logger) = (folders, store, clock, logger);
        _staging = Path.Combine(folders.Root, ".incoming");
        if (Directory.Exists(_staging))
        {
            Directory.Delete(_staging, recursive: true);
        }
    }

    /// <exception cref="RpcException">INVALID_ARGUMENT; ALREADY_EXISTS: the version is there with other content.</exception>
    public async Task<(ModelVersionRow Version, bool Existed)> TakeAsync(IAsyncStreamReader<RegisterModelRequest> upload, CancellationToken cancellation)
    {
        if (!await upload.MoveNext(cancellation) || upload.Current.Header is not { } header)
        {
            throw Refusals.BadRequest("header", "has to come first");
        }

        var problems = UploadRules.Of(header);
        if (problems.Count > 0)
        {
            throw Refusals.BadRequest(problems);
        }

        await using var staging = new StagingFolder(_staging, header.ModelId);
        while (await upload.MoveNext(cancellation))
        {
            await (upload.Current.PartCase switch
            {
                RegisterModelRequest.PartOneofCase.File => staging.BeginAsync(upload.Current.File),
                RegisterModelRequest.PartOneofCase.Data => staging.WriteAsync(upload.Current.Data.Memory, cancellation),
                _ => throw Refusals.BadRequest("header", "has come before, and a message without a part says nothing"),
            });
        }

        await staging.EndAsync();
        await _checking.WaitAsync(cancellation);
        try
        {
            return await KeepAsync(header, staging, await Task.Run(() => Check(header, staging.Model), cancellation), cancellation);
        }
        finally
        {
            _checking.Release();
        }
    }

    public void Dispose() => _checking.Dispose();

    /// <exception cref="RpcException">INVALID_ARGUMENT with everything wrong.</exception>
    private static ModelManifest Check(RegisterHeader header, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw Refusals.BadRequest("file", "is required: an upload without files is no model");
        }

        var report = ModelCheck.Run(folder);
        if (!report.Usable)
        {
            throw Refusals.BadRequest([.. report.Problems.Select(problem => new FieldProblem("file", problem))]);
        }

        var manifest = ModelManifest.Read(folder);
        return manifest.Identity.Version == header.Version
            ? manifest
            : throw Refusals.BadRequest("header.version", $"is {header.Version}, but model.json says {manifest.Identity.Version}");
    }

    private async Task<(ModelVersionRow Version, bool Existed)> KeepAsync(RegisterHeader header, StagingFolder staging, ModelManifest manifest, CancellationToken cancellation)
    {
        var key = new ModelKey(header.ModelId, header.Version);
        var row = new ModelVersionRow
        {
            ModelId = key.Id,
            Version = key.Version,
            Kind = manifest.Kind.ToString().ToLowerInvariant(),
            Sha256 = manifest.Identity.Sha256,
            ByteSize = staging.Bytes,
            CreatedAt = _clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Origin = (header.Origin ?? new ModelOrigin()).ToByteArray(),
        };
        var (sha256, known) = _folders.Find(key) is { } registered
            ? (registered.Sha256, registered)
            : (_folders.Shipped(key.Id)?.Identity is { } shipped && shipped.Version == key.Version ? shipped.Sha256 : null, row);
        if (sha256 is not null)
        {
            return sha256 == row.Sha256
                ? (known, true)
                : throw Refusals.With(StatusCode.AlreadyExists, $"{key} is there with other content; versions never change. Give the new one another version.");
        }

        // From here to the end without stopping: the folder and its note belong together.
        staging.MoveTo(_folders.VersionFolder(key));
        await _store.AddAsync([row], CancellationToken.None);
        _folders.Remember(row);
        Log.ModelRegistered(_logger, key.Id, key.Version);
        return (row, false);
    }
}
