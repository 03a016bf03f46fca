namespace Creative.Core.Diffusion.Sampling;

/// <summary>Makes the grid of a number of steps.</summary>
/// <param name="steps">1 to the number of training steps.</param>
/// <param name="timesteps">Timesteps to use instead of those of the spacing, falling; null for those.</param>
public delegate StepGrid SamplerGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? timesteps = null);

/// <summary>
/// Moves a sample from one entry of the grid to the next, after one run of the denoiser. Pure over its state: whatever it remembers, and
/// the noise it draws, belongs to the image.
/// </summary>
/// <param name="step">Index into the grid.</param>
public delegate void SamplerStep(StepGrid grid, int step, SampleState state);

/// <summary>What a model must be for a sampler.</summary>
[Flags]
public enum ModelKinds
{
    None = 0,

    /// <summary>Predicts noise, velocity or the clean sample along a noise schedule.</summary>
    Diffusion = 1,

    /// <summary>Predicts the direction of a straight flow.</summary>
    Flow = 2,

    /// <summary>Predicts a residual after Karras et al. 2022.</summary>
    Residual = 4,

    /// <summary>Made for this sampler's own schedule.</summary>
    Own = 8,
}

/// <summary>A way from noise to a sample.</summary>
/// <param name="Name">In requests and model.json.</param>
/// <param name="Paper">Where the formula comes from.</param>
/// <param name="Models">What it can be used with.</param>
/// <param name="Grid">Timesteps and noise levels for a number of steps.</param>
/// <param name="Step">The formula.</param>
public sealed record Sampler(string Name, string Paper, ModelKinds Models, SamplerGrid Grid, SamplerStep Step)
{
    /// <value>Estimates that it remembers, beginning with the current one.</value>
    public int Past { get; init; }

    /// <value>Samples that it keeps besides.</value>
    public int Kept { get; init; }

    /// <value>Denoiser runs of one whole step.</value>
    public int Runs { get; init; } = 1;

    /// <value>What the name says about the settings, whatever the model's config says.</value>
    public Func<SchedulerConfig, SchedulerConfig> Configure { get; init; } = config => config;

    /// <value>From the data to the noise: it cannot paint.</value>
    public bool Inverse { get; init; }

    /// <summary>Whether it can be used with a model.</summary>
    public bool Fits(SchedulerConfig model)
    {
        var own = Samplers.All.TryGetValue(model.Sampler, out var made) && made.Models is ModelKinds.Own;
        var kind = own ? ModelKinds.Own
            : model.Prediction is PredictionType.Flow ? ModelKinds.Flow
            : model.Prediction is PredictionType.Residual or PredictionType.NegativeResidual ? ModelKinds.Residual
            : ModelKinds.Diffusion;

        // A model of pure noise that predicts noise says nothing at the first step, except in the space where that level is cut.
        var blind = model is { RescaleBetasZeroSnr: true, Prediction: PredictionType.Epsilon } && BlindAtPureNoise;
        return Models.HasFlag(kind) && (!own || Name == model.Sampler) && !blind;
    }

    /// <value>Its first step begins at the schedule's last training step exactly, be it pure noise.</value>
    public bool BlindAtPureNoise { get; init; }

    /// <summary>The schedule of a model for this sampler.</summary>
    public NoiseSchedule Schedule(SchedulerConfig config) => new(Configure(config));
}
