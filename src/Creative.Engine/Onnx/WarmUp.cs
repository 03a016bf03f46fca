using System.Diagnostics;
using Creative.Core.Diffusion;

namespace Creative.Engine.Onnx;

/// <summary>
/// Paints once with a model that was just loaded, in its own size and its own settings but few steps, so that the first request
/// does not wait for what a provider makes ready at the first run of a shape: kernels, workspaces, engines, graphs.
/// </summary>
internal sealed class WarmUp : IDisposable
{
    private const int Steps = 2;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _task;

    /// <summary>Starts it in the background.</summary>
    /// <param name="images">To paint together.</param>
    public WarmUp(DiffusionModel model, int images, Action<string> log) =>
        _task = Task.Run(() => Run(model, images, log, _stop.Token));

    public void Dispose()
    {
        _stop.Cancel();
        _task.GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private static void Run(DiffusionModel model, int images, Action<string> log, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var words = model.Vocabulary;
            Paint(model, images, new PaintRequest("", 0, Steps, words.Guidance, words.Scheduler), cancellation);
            if (model.FewStepDenoiser is not null && words.FewSteps is { } few)
            {
                Paint(model, images, new PaintRequest("", 0, Steps, few.Guidance, few.Scheduler) { FewSteps = true }, cancellation);
            }

            log($"Warmed up {model.Identity.Id} in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms.");
        }
        catch (OperationCanceledException)
        {
            log($"Stopped warming up {model.Identity.Id}.");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // Whoever asks for a picture is told the same.
            log($"Warming up {model.Identity.Id} failed: {error.Message}");
        }
    }

    private static void Paint(DiffusionModel model, int images, PaintRequest request, CancellationToken cancellation)
    {
        foreach (var image in new DiffusionPainter(model).Paint([.. Enumerable.Repeat(request, images)], null, cancellation))
        {
            image.Dispose();
        }
    }
}
