using Creative.Core.Diffusion;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Models;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Jobs;

/// <summary>
/// The models of each render: those whose turn it is when it begins, the same ones to its end, even over a restart and whatever was
/// promoted meanwhile. Others would paint another picture, and the sizes of one variant would not show the same.
/// </summary>
public sealed class RenderModels(WorkshopLoader workshops, ModelFolders folders, RenderStore store)
{
    /// <exception cref="RpcException">FAILED_PRECONDITION: a model cannot be used, or the version that the render began with is not there any more.</exception>
    public async Task<WorkshopLease> RentAsync(RenderRow render, CancellationToken cancellation)
    {
        if (render.Models is { } pinned)
        {
            return await RentAsync([.. pinned.Split('\n').Select(Read)], cancellation);
        }

        var lease = await workshops.RentAsync(render.Fingerprint, cancellation);
        try
        {
            await store.PinModelsAsync(render.Id, string.Join('\n', lease.Models.Select(Line)), cancellation);
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    private async Task<WorkshopLease> RentAsync(ModelIdentity[] pinned, CancellationToken cancellation)
    {
        // Until they are loaded it is not known which versions there are.
        await workshops.ReadyAsync(cancellation);
        var models = pinned.Select(model => folders.WithWeights(model.Id, model.Sha256)).ToArray();
        var missing = pinned.Where((_, i) => models[i] is null).Select(Missing).ToArray();
        return missing.Length == 0
            ? await workshops.RentAsync(models[0]!.Value, models[1]!.Value, models.ElementAtOrDefault(2), cancellation)
            : throw Refusals.Precondition(missing);
    }

    private static (string Type, string Subject, string Description) Missing(ModelIdentity model) => (
        "model", $"{model.Id}@{model.Version}", $"The render began with version {model.Version} of model '{model.Id}', which is not there any more with the same weights.");

    private static string Line(ModelIdentity model) => $"{model.Id}\t{model.Version}\t{model.Sha256}";

    private static ModelIdentity Read(string line) => line.Split('\t') is [var id, var version, var sha256]
        ? new ModelIdentity(id, version, sha256)
        : throw new InvalidDataException($"'{line}' in the record of a render is no model.");
}
