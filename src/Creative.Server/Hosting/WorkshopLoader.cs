using Creative.Core.Composition;
using Creative.Engine;
using Creative.Server.Errors;
using Grpc.Core;

namespace Creative.Server.Hosting;

/// <summary>Opens the models; takes seconds. Throws <see cref="InvalidModelException"/> when one is damaged or missing.</summary>
public delegate Workshop OpenWorkshop();

/// <summary>
/// Loads the models in the background while the server already answers. When that fails the server stays up: brands and
/// finished assets are served, and whoever asks for a picture is told what is wrong with which model.
/// </summary>
public sealed class WorkshopLoader(OpenWorkshop open, Readiness readiness, ILogger<WorkshopLoader> logger) : BackgroundService
{
    private readonly TaskCompletionSource<Workshop> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The workshop, once it is loaded.</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION: a model cannot be used.</exception>
    public Task<Workshop> GetAsync(CancellationToken cancellation) => _loaded.Task.WaitAsync(cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var workshop = await Task.Run(() => open(), stoppingToken);
            Log.ModelsLoaded(logger, workshop.Painter.Model.Id, workshop.Painter.Model.Version, workshop.Layouts.Model.Id, workshop.Layouts.Model.Version);
            _loaded.SetResult(workshop);
            readiness.ModelsAreLoaded();
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Log.ModelsUnusable(logger, e);
            _loaded.SetException(Refusals.Precondition([("model", "models", PlainWords(e))]));

            // Nobody may ever ask; that must not count as an unobserved failure.
            _ = _loaded.Task.Exception;
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
