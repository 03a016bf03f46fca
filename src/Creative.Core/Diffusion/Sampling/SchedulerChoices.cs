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

    /// <summary>From e^−12t, each at most 0.999; start and end are not used.</summary>
    Exponential,

    /// <summary>From start to end along a logistic curve over −6 to 6.</summary>
    Sigmoid,
}

/// <summary>What the denoiser's output means, for x = α·x0 + σ·ε.</summary>
public enum PredictionType
{
    /// <summary>The noise ε.</summary>
    Epsilon,

    /// <summary>The velocity α·ε − σ·x0. Salimans and Ho 2022.</summary>
    Velocity,

    /// <summary>The clean sample x0.</summary>
    Sample,

    /// <summary>ε − x0, the direction of a straight flow from the data to the noise. Lipman et al. 2022.</summary>
    Flow,

    /// <summary>The network F of Karras et al. 2022, table 1, last column.</summary>
    Residual,

    /// <summary>The same with the opposite sign.</summary>
    NegativeResidual,
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

/// <summary>Which noise levels lie between the noisiest and the cleanest.</summary>
public enum SigmaSpacing
{
    /// <summary>Those of the timesteps.</summary>
    Timesteps,

    /// <summary>Karras et al. 2022, equation 5, ρ = 7.</summary>
    Karras,

    /// <summary>Even in the logarithm of the noise-to-signal ratio.</summary>
    Exponential,

    /// <summary>By quantiles of the beta distribution with α = β = 0.6. Lee et al. 2024, arXiv:2407.12173.</summary>
    Beta,

    /// <summary>Even in half the logarithm of the signal-to-noise ratio. Lu et al. 2022, arXiv:2206.00927.</summary>
    Lu,
}

/// <summary>Which of the four DPM-Solvers.</summary>
public enum DpmAlgorithm
{
    /// <summary>dpmsolver++: the ordinary differential equation, by the clean sample.</summary>
    CleanOde,

    /// <summary>dpmsolver: the ordinary differential equation, by the noise.</summary>
    NoiseOde,

    /// <summary>sde-dpmsolver++: the stochastic differential equation, by the clean sample.</summary>
    CleanSde,

    /// <summary>sde-dpmsolver: the stochastic differential equation, by the noise.</summary>
    NoiseSde,
}

/// <summary>How a solver of second order treats the slope.</summary>
public enum SolverType
{
    Midpoint,
    Heun,

    /// <summary>UniPC with B(h) = h.</summary>
    Bh1,

    /// <summary>UniPC with B(h) = e^h − 1.</summary>
    Bh2,
}

/// <summary>The noise that a DDPM step adds.</summary>
public enum VarianceType
{
    /// <summary>The variance of the posterior, the smallest that fits. Ho et al. 2020, section 3.2.</summary>
    FixedSmall,

    /// <summary>The same.</summary>
    FixedSmallLog,

    /// <summary>β, the largest that fits.</summary>
    FixedLarge,
}
