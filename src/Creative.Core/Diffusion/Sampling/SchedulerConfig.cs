namespace Creative.Core.Diffusion.Sampling;

/// <summary>How the noise variance of the training steps grows.</summary>
public enum BetaSchedule
{
    /// <summary>Evenly from start to end.</summary>
    Linear,

    /// <summary>Its square root evenly from start to end; Stable Diffusion's.</summary>
    ScaledLinear,

    /// <summary>From a squared cosine, each at most 0.999; start and end are not used. Nichol and Dhariwal 2021.</summary>
    SquaredCosine,
}

/// <summary>What the denoiser's output means, for x = α·x0 + σ·ε with α² + σ² = 1.</summary>
public enum PredictionType
{
    /// <summary>The noise ε.</summary>
    Epsilon,

    /// <summary>The velocity α·ε − σ·x0. Salimans and Ho 2022.</summary>
    Velocity,

    /// <summary>The clean sample x0.</summary>
    Sample,
}

/// <summary>How n sampling steps are spread over the training steps. Lin et al. 2023, table 2.</summary>
public enum TimestepSpacing
{
    /// <summary>Both ends included.</summary>
    Linspace,

    /// <summary>Whole strides from the clean end; the noisiest step is left out.</summary>
    Leading,

    /// <summary>Even strides from the noisy end; the cleanest step is left out.</summary>
    Trailing,
}

/// <summary>What a model was trained with, from its scheduler_config.json. Defaults are those of that format.</summary>
public sealed record SchedulerConfig
{
    /// <value>Training steps, 1 to 100,000.</value>
    public int TrainSteps { get; init; } = 1000;

    /// <value>Noise variance of the first training step, above 0 and below 1.</value>
    public double BetaStart { get; init; } = 0.0001;

    /// <value>Noise variance of the last training step, above 0 and below 1.</value>
    public double BetaEnd { get; init; } = 0.02;

    public BetaSchedule BetaSchedule { get; init; }

    public PredictionType Prediction { get; init; }

    public TimestepSpacing Spacing { get; init; } = TimestepSpacing.Leading;

    /// <value>Added to every timestep of the leading spacing; 0 to <see cref="TrainSteps"/> − 1.</value>
    public int StepsOffset { get; init; }

    /// <value>Makes the last training step pure noise. Lin et al. 2023, algorithm 1.</value>
    public bool RescaleBetasZeroSnr { get; init; }

    /// <value>DDIM: the last step ends without noise, rather than at the noise of training step 0.</value>
    public bool SetAlphaToOne { get; init; } = true;

    /// <value>DDIM: the clean estimate is cut to ± this; null to leave it alone.</value>
    public double? ClipSampleRange { get; init; }

    /// <value>Euler and DPM-Solver++: noise levels of Karras et al. 2022, equation 5, instead of those of the timesteps.</value>
    public bool UseKarrasSigmas { get; init; }

    /// <value>DPM-Solver++: the last step ends without noise, rather than at the noise of training step 0.</value>
    public bool FinalSigmaZero { get; init; } = true;

    /// <value>DPM-Solver++: the last of fewer than 15 steps is of first order.</value>
    public bool LowerOrderFinal { get; init; } = true;
}
