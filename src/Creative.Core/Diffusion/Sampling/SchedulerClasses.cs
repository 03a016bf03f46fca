using System.Collections.Frozen;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>The classes that a scheduler_config.json names: which sampler each is, and its own defaults.</summary>
internal static class SchedulerClasses
{
    private static readonly SchedulerConfig Leading = new() { ClipSampleRange = 1 };

    private static readonly SchedulerConfig Linspace = new() { Spacing = TimestepSpacing.Linspace };

    private static readonly SchedulerConfig Cleaner = Linspace with { BetaStart = 0.00085, BetaEnd = 0.012 };

    private static readonly SchedulerConfig Distilled = new() { BetaStart = 0.00085, BetaEnd = 0.012, BetaSchedule = BetaSchedule.ScaledLinear };

    private static readonly SchedulerConfig Edm = Linspace with
    {
        Prediction = PredictionType.Residual, SigmaMin = 0.002, SigmaMax = 80, Sigmas = SigmaSpacing.Karras,
    };

    public static readonly FrozenDictionary<string, SchedulerConfig> All = new Dictionary<string, SchedulerConfig>
    {
        ["DDIMScheduler"] = Leading with { Sampler = "ddim", WholeStrides = true },
        ["DDIMParallelScheduler"] = Leading with { Sampler = "ddim", WholeStrides = true },
        ["DDIMInverseScheduler"] = Leading with { Sampler = "ddim_inverse", WholeStrides = true },
        ["DDPMScheduler"] = Leading with { Sampler = "ddpm" },
        ["DDPMParallelScheduler"] = Leading with { Sampler = "ddpm" },
        ["PNDMScheduler"] = Leading with { Sampler = "pndm", SetAlphaToOne = false, ClipSampleRange = null },
        ["IPNDMScheduler"] = Leading with { Sampler = "ipndm", Prediction = PredictionType.Velocity, ClipSampleRange = null },
        ["EulerDiscreteScheduler"] = Linspace with { Sampler = "euler" },
        ["EulerAncestralDiscreteScheduler"] = Linspace with { Sampler = "euler_ancestral" },
        ["HeunDiscreteScheduler"] = Cleaner with { Sampler = "heun" },
        ["LMSDiscreteScheduler"] = Linspace with { Sampler = "lms" },
        ["KDPM2DiscreteScheduler"] = Cleaner with { Sampler = "kdpm2" },
        ["KDPM2AncestralDiscreteScheduler"] = Cleaner with { Sampler = "kdpm2_ancestral" },
        ["DPMSolverMultistepScheduler"] = Linspace with { Sampler = "dpm_multistep" },
        ["DPMSolverMultistepInverseScheduler"] = Linspace with { Sampler = "dpm_multistep_inverse" },
        ["DPMSolverSinglestepScheduler"] = Linspace with { Sampler = "dpm_singlestep", LowerOrderFinal = false },
        ["DPMSolverSDEScheduler"] = Cleaner with { Sampler = "dpmpp_sde" },
        ["UniPCMultistepScheduler"] = Linspace with { Sampler = "unipc", Solver = SolverType.Bh2 },
        ["DEISMultistepScheduler"] = Linspace with { Sampler = "deis" },
        ["SASolverScheduler"] = Linspace with { Sampler = "sa_solver" },
        ["LCMScheduler"] = Distilled with { Sampler = "lcm" },
        ["TCDScheduler"] = Distilled with { Sampler = "tcd" },
        ["FlowMatchEulerDiscreteScheduler"] = Linspace with { Sampler = "flow_euler", Prediction = PredictionType.Flow, FlowSigmas = true },
        ["EDMEulerScheduler"] = Edm with { Sampler = "edm_euler" },
        ["EDMDPMSolverMultistepScheduler"] = Edm with { Sampler = "edm_dpm_multistep" },
        ["CMStochasticIterativeScheduler"] = Linspace with { Sampler = "consistency", TrainSteps = 40, SigmaMin = 0.002, SigmaMax = 80, ClipSampleRange = 1 },
        ["UnCLIPScheduler"] = Leading with { Sampler = "unclip", BetaSchedule = BetaSchedule.SquaredCosine, Variance = VarianceType.FixedSmallLog },
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
