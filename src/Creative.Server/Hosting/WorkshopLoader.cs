using Creative.Core.Composition;
using Creative.Engine;
using Creative.Server.Errors;
using Creative.Server.Models;
using Creative.Server.Models.Serving;
using Grpc.Core;

namespace Creative.Server.Hosting;

/// <summary>Makes a workshop of loaded models.</summary>
public delegate Workshop OpenWorkshop(WorkshopModels models);

/// <summary>
/// Loads the champions in the background while the server already answers. When that fails the server stays up: brands and
/// finished assets are served, whoever asks for a picture is told what is wrong with which model, and a good version can be
/// promoted. From then on it lends a workshop to each piece of work.
/// </summary>
public sealed class WorkshopLoader(
    OpenWorkshop open, ServingModels serving, ModelShelf shelf, ModelStandings standings, ServerOptions options, Readiness readiness, ILogger<WorkshopLoader> logger)
    : BackgroundService
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile RpcException? _unusable;

    /// <summary>Completes when loading has ended, well or not.</summary>
    public Task ReadyAsync(CancellationToken cancellation) => _first.Task.WaitAsync(cancellation);

    /// <summary>A workshop of the versions whose turn a request is, once models are loaded.</summary>
    /// <param name="request">Decides between champion and challenger; null: the champions.</param>
    /// <exception cref="RpcException">FAILED_PRECONDITION: a model cannot be used.</exception>
    public async Task<WorkshopLease> RentAsync(string? request, CancellationToken cancellation)
    {
        await ReadyAsync(cancellation);
        if (_unusable is { } reason)
        {
            throw reason;
        }

        return Lend(new WorkshopModels(
            serving.Rent(options.ElementsModel, request)!,
            serving.Rent(options.LayoutModel, request)!,
            options.UpscalerModel.Length == 0 ? null : serving.Rent(options.UpscalerModel, request)));
    }

    /// <summary>A workshop of given versions, loaded for the occasion where they do not serve.</summary>
    /// <param name="upscaler">Null: none.</param>
    /// <exception cref="RpcException">FAILED_PRECONDITION: one cannot be used; RESOURCE_EXHAUSTED.</exception>
    public async Task<WorkshopLease> RentAsync(ModelKey elements, ModelKey layouts, ModelKey? upscaler, CancellationToken cancellation)
    {
        await ReadyAsync(cancellation);
        var rented = new List<ModelLease>();
        try
        {
            foreach (var key in upscaler is { } enlarger ? [elements, layouts, enlarger] : new[] { elements, layouts })
            {
                rented.Add(await shelf.RentAsync(key, cancellation));
            }

            return Lend(new WorkshopModels(rented[0], rented[1], rented.ElementAtOrDefault(2)));
        }
        catch (Exception e) when (e is InvalidModelException or NoCutOutException)
        {
            rented.ForEach(lease => lease.Dispose());
            throw Refused(e);
        }
        catch
        {
            rented.ForEach(lease => lease.Dispose());
            throw;
        }
    }

    /// <summary>Sees to it that work can be done with a version that is about to serve.</summary>
    /// <exception cref="NoCutOutException">It paints no cut-outs.</exception>
    public void Try(ModelLease candidate)
    {
        if (candidate.Key.Id == options.ElementsModel && serving.Rent(options.LayoutModel, request: null) is { } layouts)
        {
            using (layouts)
            {
                open(new WorkshopModels(candidate, layouts, null));
            }
        }
    }

    /// <summary>Puts a version to work, in the place of one that may have been unusable.</summary>
    public async Task ServeAsync(ModelLease champion, CancellationToken cancellation)
    {
        await ReadyAsync(cancellation);
        serving.SetChampion(champion);
        if (_unusable is not null && Needed.All(id => serving.StandingOf(id).Champion is not null))
        {
            _unusable = null;
            readiness.ModelsAreLoaded();
        }
    }

    /// <summary>FAILED_PRECONDITION with what is wrong, without where it lies.</summary>
    public static RpcException Refused(Exception error) => Refusals.Precondition([("model", "models", PlainWords(error))]);

    private IEnumerable<string> Needed => [options.ElementsModel, options.LayoutModel];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whatever loading a model does on its own thread, starting the server does not wait for it.
        await Task.Yield();
        try
        {
            await standings.LoadAsync(Needed, options.UpscalerModel, stoppingToken);
            using var lease = Lend(new WorkshopModels(
                serving.Rent(options.ElementsModel, request: null)!, serving.Rent(options.LayoutModel, request: null)!, serving.Rent(options.UpscalerModel, request: null)));
            var (painter, layouts) = (lease.Workshop.Painter.Model, lease.Workshop.Layouts.Model);
            Log.ModelsLoaded(logger, painter.Id, painter.Version, layouts.Id, layouts.Version);
            readiness.ModelsAreLoaded();
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Log.ModelsUnusable(logger, e);
            _unusable = Refused(e);
        }
        finally
        {
            _first.TrySetResult();
        }
    }

    private WorkshopLease Lend(WorkshopModels models)
    {
        try
        {
            return new WorkshopLease(open(models), models);
        }
        catch
        {
            models.Dispose();
            throw;
        }
    }

    // What the catalogue says about a model is fit for clients, but for where its folder lies.
    private static string PlainWords(Exception error) => error switch
    {
        InvalidModelException model => $"Model '{Path.GetFileName(model.Path)}' cannot be used: {model.Problem}.",
        NoCutOutException model => $"{model.Message}.",
        _ => "The models cannot be used; the server's log says why.",
    };
}
