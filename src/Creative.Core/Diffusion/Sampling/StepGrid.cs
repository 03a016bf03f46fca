using System.Collections.Immutable;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>x' = Clean·x0 + Sample·x + Noise·ε + Random·z with fresh normal numbers z, which are not drawn for null.</summary>
public readonly record struct StepWeights(double Clean, double Sample, double Noise, double? Random);

/// <summary>Where a run of a sampler starts, what it passes through and where it ends: one entry for each run of the denoiser.</summary>
/// <param name="Timesteps">What the denoiser is told at each step; may be fractional.</param>
/// <param name="Levels">Noise at the beginning of each step, and after the last: one more than timesteps.</param>
/// <param name="InitialScale">Standard deviation of the start noise.</param>
public sealed record StepGrid(ImmutableArray<double> Timesteps, ImmutableArray<NoiseLevel> Levels, double InitialScale)
{
    private static readonly SchedulerConfig Plain = new();

    public int Steps => Timesteps.Length;

    /// <value>What the grid was made from.</value>
    public SchedulerConfig Config { get; init; } = Plain;

    /// <value>How the clean estimate is kept in range; null to leave it alone.</value>
    public CleanLimit? Limit { get; init; }

    /// <value>ε is what follows from the limited x0, rather than what the denoiser says.</value>
    public bool NoiseFollowsLimit { get; init; }

    /// <value>Where each step ends, if not at the next level.</value>
    public ImmutableArray<NoiseLevel> Targets { get; init; }

    /// <value>The highest order of each step; default for that of the config.</value>
    public ImmutableArray<int> Orders { get; init; }

    /// <value>For samplers whose steps are known beforehand.</value>
    public ImmutableArray<StepWeights> Weights { get; init; }

    /// <value>For models with a conversion of their own; default for that of the config's prediction type.</value>
    public ImmutableArray<Conversion> Conversions { get; init; }

    public NoiseLevel Target(int step) => Targets.IsDefault ? Levels[step + 1] : Targets[step];

    /// <param name="known">Estimates at hand, with the one of this step.</param>
    public int Order(int step, int known) => Math.Min(Orders.IsDefault ? Config.SolverOrder : Orders[step], known);

    public Conversion ConversionAt(int step) =>
        Conversions.IsDefault ? Conversion.Of(Config.Prediction, Levels[step], Config.SigmaData) : Conversions[step];
}
