using System.Collections.Immutable;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>What a model was trained with, from its scheduler_config.json, and how the sampler that it names is tuned.</summary>
public sealed record SchedulerConfig
{
    /// <value>Name of the sampler that the file selects; a request may name another.</value>
    public string Sampler { get; init; } = "ddim";

    /// <value>Training steps, 1 to 100,000.</value>
    public int TrainSteps { get; init; } = 1000;

    /// <value>Noise variance of the first training step, above 0 and below 1.</value>
    public double BetaStart { get; init; } = 0.0001;

    /// <value>Noise variance of the last training step, above 0 and below 1.</value>
    public double BetaEnd { get; init; } = 0.02;

    public BetaSchedule BetaSchedule { get; init; }

    /// <value>Noise variances one by one, as many as training steps, instead of a schedule; default for none.</value>
    public ImmutableArray<float> TrainedBetas { get; init; }

    public PredictionType Prediction { get; init; }

    public TimestepSpacing Spacing { get; init; } = TimestepSpacing.Leading;

    /// <value>Added to every timestep of the leading spacing; 0 to <see cref="TrainSteps"/> − 1.</value>
    public int StepsOffset { get; init; }

    /// <value>Makes the last training step pure noise. Lin et al. 2023, algorithm 1.</value>
    public bool RescaleBetasZeroSnr { get; init; }

    /// <value>DDIM, PNDM: the last step ends without noise, rather than at the noise of training step 0.</value>
    public bool SetAlphaToOne { get; init; } = true;

    /// <value>
    /// DDIM: a step ends a whole stride lower, as in diffusers, rather than at the next timestep. Where the number of steps does not
    /// divide that of the training steps, the former leaves some noise at the end.
    /// </value>
    public bool WholeStrides { get; init; }

    /// <value>Samplers that read clip_sample: the clean estimate is cut to ± this; null to leave it alone.</value>
    public double? ClipSampleRange { get; init; }

    /// <value>Samplers that read thresholding: how the clean estimate is kept in range; before <see cref="ClipSampleRange"/>.</value>
    public CleanLimit? Threshold { get; init; }

    public SigmaSpacing Sigmas { get; init; }

    /// <value>Noise levels instead of the schedule's cleanest and noisiest, above 0; null for the schedule's.</value>
    public double? SigmaMin { get; init; }

    /// <inheritdoc cref="SigmaMin"/>
    public double? SigmaMax { get; init; }

    /// <value>Deviation of the data of models after Karras et al. 2022, above 0.</value>
    public double SigmaData { get; init; } = 0.5;

    /// <value>Curvature of the Karras levels of models after Karras et al. 2022 and of consistency models, above 0.</value>
    public double Rho { get; init; } = 7;

    /// <value>Euler: levels even in their logarithm from the noisiest to the cleanest training step.</value>
    public bool LogInterpolation { get; init; }

    /// <value>Euler: the denoiser is told a quarter of the logarithm of the noise-to-signal ratio.</value>
    public bool ContinuousTimesteps { get; init; }

    /// <value>The last step ends without noise, rather than at the noise of training step 0.</value>
    public bool FinalSigmaZero { get; init; } = true;

    /// <value>DPM-Solver and its kin: the last of fewer than 15 steps are of lower order.</value>
    public bool LowerOrderFinal { get; init; } = true;

    /// <value>DPM-Solver: the last step is of first order.</value>
    public bool EulerAtFinal { get; init; }

    /// <value>Of DPM-Solver, DEIS, UniPC and SA-Solver; 1 to 3.</value>
    public int SolverOrder { get; init; } = 2;

    /// <value>Of SA-Solver's corrector; 1 to 3.</value>
    public int CorrectorOrder { get; init; } = 2;

    public DpmAlgorithm Algorithm { get; init; }

    public SolverType Solver { get; init; }

    /// <value>UniPC, SA-Solver: by the clean sample rather than by the noise.</value>
    public bool PredictClean { get; init; } = true;

    /// <value>UniPC: steps after which the sample is not corrected; default for none.</value>
    public ImmutableArray<int> UncorrectedSteps { get; init; }

    /// <value>DPM-Solver: training steps with a smaller half logarithm of the signal-to-noise ratio are not used.</value>
    public double LambdaMin { get; init; } = double.NegativeInfinity;

    /// <value>Noise levels of a straight flow.</value>
    public bool FlowSigmas { get; init; }

    /// <value>Flows: more than 1 spends more steps at the noisy end, above 0. Esser et al. 2024, arXiv:2403.03206, equation 23.</value>
    public double FlowShift { get; init; } = 1;

    /// <value>Flows: the last level before the end, between 0 and 1; null for what the steps give.</value>
    public double? ShiftTerminal { get; init; }

    /// <value>Flow-matching Euler: from the data to the noise.</value>
    public bool InvertSigmas { get; init; }

    /// <value>Flow-matching Euler: fresh noise at every step.</value>
    public bool StochasticSampling { get; init; }

    /// <value>PNDM: no Runge-Kutta steps at the beginning.</value>
    public bool SkipPrkSteps { get; init; }

    public VarianceType Variance { get; init; }

    /// <value>LCM, TCD: steps that were distilled, 1 to <see cref="TrainSteps"/>.</value>
    public int OriginalSteps { get; init; } = 50;

    /// <value>LCM: the timestep times this weighs the sample against the estimate, above 0.</value>
    public double TimestepScaling { get; init; } = 10;

    /// <value>Share of fresh noise, 0 to 1: DDIM 0, TCD 0.3 unless something else is set here.</value>
    public double? Eta { get; init; }

    /// <value>Consistency models: factor of the fresh noise, 0 or more.</value>
    public double NoiseScale { get; init; } = 1;
}
