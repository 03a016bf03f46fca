using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion;

/// <summary>What can be asked of a painter.</summary>
internal static class PaintRequestRules
{
    private const int MostImages = 16;
    private const int MostSteps = 150;
    private const double MostGuidance = 20;

    /// <exception cref="ArgumentException">Names every problem.</exception>
    public static void Check(IReadOnlyList<PaintRequest> requests, DiffusionModel model)
    {
        if (requests.Count is < 1 or > MostImages)
        {
            throw new ArgumentException($"requests: {requests.Count} images, expected 1 to {MostImages}.", nameof(requests));
        }

        var (_, _, steps, guidance, scheduler) = requests[0];
        var mostSteps = Math.Min(MostSteps, model.Scheduler.TrainSteps);
        string?[] problems =
        [
            steps < 1 || steps > mostSteps ? $"steps: {steps}, expected 1 to {mostSteps}" : null,
            guidance is >= 0 and <= MostGuidance ? null : $"guidance: {guidance}, expected 0 to {MostGuidance}",
            SchedulerProblem(scheduler, steps, model.Scheduler),
            requests[0].FewSteps && model.FewStepDenoiser is null ? "few steps: the model has no denoiser for few steps" : null,
            .. requests.Select((request, i) => request.Prompt is null || request.NegativePrompt is null ? $"prompt {i}: missing" : null),
            .. StartRules.Problems(requests, model),
        ];
        if (problems.Any(problem => problem is not null))
        {
            throw new ArgumentException(string.Join("; ", problems.Where(problem => problem is not null)) + ".", nameof(requests));
        }
    }

    /// <summary>Not every sampler can be used with every model.</summary>
    private static string? SchedulerProblem(string scheduler, int steps, SchedulerConfig model)
    {
        string[] fit = [.. Samplers.Painting.Where(name => Samplers.All[name].Fits(model))];
        return !fit.Contains(scheduler, StringComparer.Ordinal) ? $"scheduler: '{scheduler}', expected one of {string.Join(", ", fit)} for this model"
            : scheduler is "lcm" or "tcd" && steps > model.OriginalSteps ? $"steps: {steps}, expected 1 to {model.OriginalSteps} with {scheduler}"
            : null;
    }
}
