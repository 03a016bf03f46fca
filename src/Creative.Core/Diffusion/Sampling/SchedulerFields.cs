using System.Collections.Frozen;
using System.Text.Json;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>Takes over one field's value; throws FormatException or InvalidOperationException for a value it does not understand.</summary>
internal delegate SchedulerConfig SchedulerField(SchedulerConfig config, JsonElement value);

/// <summary>Every field of a scheduler_config.json that is understood: one line each.</summary>
internal static class SchedulerFields
{
    public static readonly FrozenDictionary<string, SchedulerField> All = new Dictionary<string, SchedulerField>
    {
        ["num_train_timesteps"] = (c, v) => c with { TrainSteps = v.GetInt32() },
        ["beta_start"] = (c, v) => c with { BetaStart = v.GetDouble() },
        ["beta_end"] = (c, v) => c with { BetaEnd = v.GetDouble() },
        ["beta_schedule"] = (c, v) => c with
        {
            BetaSchedule = Choose(
                v, ("linear", BetaSchedule.Linear), ("scaled_linear", BetaSchedule.ScaledLinear), ("squaredcos_cap_v2", BetaSchedule.SquaredCosine), ("exp", BetaSchedule.Exponential), ("sigmoid", BetaSchedule.Sigmoid)),
        },
        ["trained_betas"] = (c, v) => c with { TrainedBetas = v.ValueKind is JsonValueKind.Null ? default : [.. v.EnumerateArray().Select(beta => beta.GetSingle())] },
        ["prediction_type"] = (c, v) => c with { Prediction = PredictionOf(c, v) },
        ["timestep_spacing"] = (c, v) => c with
        {
            Spacing = Choose(v, ("linspace", TimestepSpacing.Linspace), ("leading", TimestepSpacing.Leading), ("trailing", TimestepSpacing.Trailing)),
        },
        ["steps_offset"] = (c, v) => c with { StepsOffset = v.GetInt32() },
        ["rescale_betas_zero_snr"] = (c, v) => c with { RescaleBetasZeroSnr = Flag(v) },
        ["set_alpha_to_one"] = (c, v) => c with { SetAlphaToOne = Flag(v) },
        ["use_karras_sigmas"] = (c, v) => Spread(c, v, SigmaSpacing.Karras),
        ["use_exponential_sigmas"] = (c, v) => Spread(c, v, SigmaSpacing.Exponential),
        ["use_beta_sigmas"] = (c, v) => Spread(c, v, SigmaSpacing.Beta),
        ["use_lu_lambdas"] = (c, v) => Spread(c, v, SigmaSpacing.Lu),
        ["sigma_schedule"] = (c, v) => c with { Sigmas = Choose(v, ("karras", SigmaSpacing.Karras), ("exponential", SigmaSpacing.Exponential)) },
        ["sigma_min"] = (c, v) => v.ValueKind is JsonValueKind.Null ? c : c with { SigmaMin = v.GetDouble() },
        ["sigma_max"] = (c, v) => v.ValueKind is JsonValueKind.Null ? c : c with { SigmaMax = v.GetDouble() },
        ["sigma_data"] = (c, v) => c with { SigmaData = v.GetDouble() },
        ["rho"] = (c, v) => c with { Rho = v.GetDouble() },
        ["s_noise"] = (c, v) => c with { NoiseScale = v.GetDouble() },
        ["interpolation_type"] = (c, v) => c with { LogInterpolation = Choose(v, ("linear", false), ("log_linear", true)) },
        ["timestep_type"] = (c, v) => c with { ContinuousTimesteps = Choose(v, ("discrete", false), ("continuous", true)) },
        ["final_sigmas_type"] = (c, v) => c with { FinalSigmaZero = Choose(v, ("zero", true), ("sigma_min", false)) },
        ["lower_order_final"] = (c, v) => c with { LowerOrderFinal = Flag(v) },
        ["euler_at_final"] = (c, v) => c with { EulerAtFinal = Flag(v) },
        ["solver_order"] = (c, v) => c with { SolverOrder = v.GetInt32() },
        ["predictor_order"] = (c, v) => c with { SolverOrder = v.GetInt32() },
        ["corrector_order"] = (c, v) => c with { CorrectorOrder = v.GetInt32() },
        ["algorithm_type"] = Algorithm,
        ["solver_type"] = Solver,
        ["predict_x0"] = (c, v) => c with { PredictClean = Flag(v) },
        ["disable_corrector"] = (c, v) => c with { UncorrectedSteps = [.. v.EnumerateArray().Select(step => step.GetInt32())] },
        ["lambda_min_clipped"] = (c, v) => c with { LambdaMin = v.GetDouble() },
        ["use_flow_sigmas"] = (c, v) => c with { FlowSigmas = Flag(v) },
        ["flow_shift"] = (c, v) => c with { FlowShift = v.GetDouble() },
        ["shift"] = (c, v) => c with { FlowShift = v.GetDouble() },
        ["shift_terminal"] = (c, v) => c with { ShiftTerminal = v.ValueKind is JsonValueKind.Null ? null : v.GetDouble() },
        ["invert_sigmas"] = (c, v) => c with { InvertSigmas = Flag(v) },
        ["stochastic_sampling"] = (c, v) => c with { StochasticSampling = Flag(v) },
        ["skip_prk_steps"] = (c, v) => c with { SkipPrkSteps = Flag(v) },
        ["variance_type"] = (c, v) => v.ValueKind is JsonValueKind.Null ? c : c with
        {
            Variance = Choose(v, ("fixed_small", VarianceType.FixedSmall), ("fixed_small_log", VarianceType.FixedSmallLog), ("fixed_large", VarianceType.FixedLarge)),
        },
        ["original_inference_steps"] = (c, v) => c with { OriginalSteps = v.GetInt32() },
        ["timestep_scaling"] = (c, v) => c with { TimestepScaling = v.GetDouble() },
        ["clip_denoised"] = (c, v) => c with { ClipSampleRange = Flag(v) ? 1 : null },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Flag(JsonElement value) => value.ValueKind is not JsonValueKind.Null && value.GetBoolean();

    private static PredictionType PredictionOf(SchedulerConfig config, JsonElement value) =>
        config.Prediction is PredictionType.Residual or PredictionType.NegativeResidual
            ? Choose(value, ("epsilon", PredictionType.Residual), ("v_prediction", PredictionType.NegativeResidual))
            : Choose(value, ("epsilon", PredictionType.Epsilon), ("v_prediction", PredictionType.Velocity), ("sample", PredictionType.Sample), ("flow_prediction", PredictionType.Flow));

    private static SchedulerConfig Spread(SchedulerConfig config, JsonElement value, SigmaSpacing spacing) =>
        !Flag(value) ? config
        : config.Sigmas is SigmaSpacing.Timesteps ? config with { Sigmas = spacing }
        : throw new FormatException("Only one spacing of the noise levels can be chosen.");

    // Solvers are often configured from one another's files, so that each meets the others' words and takes its own usual one.
    private static SchedulerConfig Algorithm(SchedulerConfig config, JsonElement value) => config.Sampler switch
    {
        "sa_solver" => config with { PredictClean = Choose(value, ("data_prediction", true), ("noise_prediction", false)) },
        _ => config with
        {
            Algorithm = Choose(
                value, ("dpmsolver++", DpmAlgorithm.CleanOde), ("dpmsolver", DpmAlgorithm.NoiseOde), ("sde-dpmsolver++", DpmAlgorithm.CleanSde), ("sde-dpmsolver", DpmAlgorithm.NoiseSde), ("deis", DpmAlgorithm.CleanOde)),
        },
    };

    private static SchedulerConfig Solver(SchedulerConfig config, JsonElement value) => config with
    {
        Solver = config.Sampler == "unipc"
            ? Choose(value, ("bh1", SolverType.Bh1), ("bh2", SolverType.Bh2), ("midpoint", SolverType.Bh2), ("heun", SolverType.Bh2), ("logrho", SolverType.Bh2))
            : Choose(value, ("midpoint", SolverType.Midpoint), ("heun", SolverType.Heun), ("logrho", SolverType.Midpoint), ("bh1", SolverType.Midpoint), ("bh2", SolverType.Midpoint)),
    };

    private static T Choose<T>(JsonElement value, params ReadOnlySpan<(string Name, T Value)> choices)
    {
        var name = value.GetString();
        var names = new List<string>();
        foreach (var choice in choices)
        {
            if (choice.Name == name)
            {
                return choice.Value;
            }

            names.Add(choice.Name);
        }

        throw new FormatException($"Expected one of {string.Join(", ", names)}.");
    }
}
