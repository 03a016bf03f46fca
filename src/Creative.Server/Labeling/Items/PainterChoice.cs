using Creative.Engine;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Models;
using Creative.Server.Models.Serving;
using Grpc.Core;

namespace Creative.Server.Labeling.Items;

/// <summary>Finds the version of the elements model that somebody asks for by alias or number.</summary>
public sealed class PainterChoice(WorkshopLoader workshops, ServingModels serving, ModelShelf shelf, ModelFolders folders, ServerOptions options)
{
    private const string Champion = "champion";
    private const string Challenger = "challenger";

    /// <param name="model">"champion", "challenger" or a version; empty: the champion.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: there is none; FAILED_PRECONDITION: it cannot be used.</exception>
    public async Task<ModelLease> RentAsync(string model, CancellationToken cancellation)
    {
        await workshops.ReadyAsync(cancellation);
        var standing = serving.StandingOf(options.ElementsModel);
        var version = model switch
        {
            "" or Champion => standing.Champion,
            Challenger => standing.Challenger,
            _ => model,
        };
        var key = new ModelKey(options.ElementsModel, version ?? "");
        if (version is null || !folders.Has(key))
        {
            throw Refusals.BadRequest("model", $"is not there; '{Champion}' is {standing.Champion ?? "none"}, '{Challenger}' is {standing.Challenger ?? "none"}");
        }

        try
        {
            return await shelf.RentAsync(key, cancellation);
        }
        catch (InvalidModelException e)
        {
            throw WorkshopLoader.Refused(e);
        }
    }
}
