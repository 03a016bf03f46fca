using System.Collections.Immutable;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>Where a run of a sampler starts, what it passes through and where it ends.</summary>
/// <param name="Timesteps">What the denoiser is told at each step; falling, may be fractional.</param>
/// <param name="Levels">Noise at the beginning of each step, and after the last: one more than timesteps.</param>
/// <param name="InitialScale">Standard deviation of the start noise.</param>
public sealed record StepGrid(ImmutableArray<double> Timesteps, ImmutableArray<NoiseLevel> Levels, double InitialScale)
{
    public int Steps => Timesteps.Length;

    /// <summary>Without the first steps: for a run that starts from a picture instead of noise.</summary>
    public StepGrid From(int step) => step == 0 ? this : this with { Timesteps = Timesteps[step..], Levels = Levels[step..] };

    /// <value>The clean estimate is cut to ± this; null to leave it alone.</value>
    public float? CleanRange { get; init; }

    /// <value>A last step of several is of first order.</value>
    public bool FirstOrderEnd { get; init; }
}
