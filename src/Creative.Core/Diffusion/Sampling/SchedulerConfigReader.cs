using System.Collections.Frozen;
using System.Text.Json;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>Reads scheduler_config.json as diffusers writes it.</summary>
public static class SchedulerConfigReader
{
    /// <summary>
    /// Fields that say nothing about the model: which scheduler it was saved with, how one that we choose by name is tuned,
    /// or what only stochastic and Runge-Kutta schedulers read.
    /// </summary>
    private static readonly FrozenSet<string> NotOurs = new[]
    {
        "_class_name", "_diffusers_version", "_use_default_values", "dynamic_thresholding_ratio", "lambda_min_clipped",
        "original_inference_steps", "rho", "sample_max_value", "sigma_max", "sigma_min", "skip_prk_steps", "timestep_scaling",
        "timestep_type", "variance_type",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Fields of which we understand one value, the usual one.</summary>
    private static readonly FrozenDictionary<string, string[]> OneValue = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["algorithm_type"] = ["dpmsolver++"],
        ["euler_at_final"] = ["false"],
        ["interpolation_type"] = ["linear"],
        ["solver_order"] = ["2"],
        ["solver_type"] = ["midpoint"],
        ["thresholding"] = ["false"],
        ["trained_betas"] = ["null", ""],
        ["use_beta_sigmas"] = ["false"],
        ["use_exponential_sigmas"] = ["false"],
        ["use_flow_sigmas"] = ["false"],
        ["use_lu_lambdas"] = ["false"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="FormatException">Names every field that is missing its range, is not understood or is not known.</exception>
    public static SchedulerConfig Read(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        var problems = new List<string>();
        var config = new SchedulerConfig();
        var clips = false;
        var range = 1.0;
        foreach (var field in document.RootElement.EnumerateObject())
        {
            var value = field.Value;
            try
            {
                switch (field.Name)
                {
                    case "num_train_timesteps": config = config with { TrainSteps = value.GetInt32() }; break;
                    case "beta_start": config = config with { BetaStart = value.GetDouble() }; break;
                    case "beta_end": config = config with { BetaEnd = value.GetDouble() }; break;
                    case "beta_schedule": config = config with { BetaSchedule = Choose(value, Betas) }; break;
                    case "prediction_type": config = config with { Prediction = Choose(value, Predictions) }; break;
                    case "timestep_spacing": config = config with { Spacing = Choose(value, Spacings) }; break;
                    case "steps_offset": config = config with { StepsOffset = value.GetInt32() }; break;
                    case "rescale_betas_zero_snr": config = config with { RescaleBetasZeroSnr = value.GetBoolean() }; break;
                    case "set_alpha_to_one": config = config with { SetAlphaToOne = value.GetBoolean() }; break;
                    case "use_karras_sigmas": config = config with { UseKarrasSigmas = value.ValueKind == JsonValueKind.True }; break;
                    case "final_sigmas_type": config = config with { FinalSigmaZero = Choose(value, FinalSigmas) }; break;
                    case "lower_order_final": config = config with { LowerOrderFinal = value.GetBoolean() }; break;
                    case "clip_sample": clips = value.GetBoolean(); break;
                    case "clip_sample_range": range = value.GetDouble(); break;
                    default: CheckOther(field, problems); break;
                }
            }
            catch (Exception error) when (error is InvalidOperationException or FormatException)
            {
                problems.Add($"{field.Name}: {value.GetRawText()} is not understood. {error.Message}");
            }
        }

        config = config with { ClipSampleRange = clips ? range : null };
        CheckRanges(config, problems);
        return problems.Count == 0 ? config : throw new FormatException($"scheduler_config.json: {string.Join("; ", problems)}");
    }

    private static readonly (string, BetaSchedule)[] Betas =
        [("linear", BetaSchedule.Linear), ("scaled_linear", BetaSchedule.ScaledLinear), ("squaredcos_cap_v2", BetaSchedule.SquaredCosine)];

    private static readonly (string, PredictionType)[] Predictions =
        [("epsilon", PredictionType.Epsilon), ("v_prediction", PredictionType.Velocity), ("sample", PredictionType.Sample)];

    private static readonly (string, TimestepSpacing)[] Spacings =
        [("linspace", TimestepSpacing.Linspace), ("leading", TimestepSpacing.Leading), ("trailing", TimestepSpacing.Trailing)];

    private static readonly (string, bool)[] FinalSigmas = [("zero", true), ("sigma_min", false)];

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException error)
        {
            throw new FormatException($"scheduler_config.json is not JSON: {error.Message}", error);
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            throw new FormatException("scheduler_config.json is not a JSON object.");
        }

        return document;
    }

    private static T Choose<T>(JsonElement value, (string Name, T Value)[] choices)
    {
        var name = value.GetString();
        foreach (var choice in choices)
        {
            if (choice.Name == name)
            {
                return choice.Value;
            }
        }

        throw new FormatException($"Expected one of {string.Join(", ", choices.Select(choice => choice.Name))}.");
    }

    private static void CheckOther(JsonProperty field, List<string> problems)
    {
        if (OneValue.TryGetValue(field.Name, out var values))
        {
            if (field.Value.ValueKind != JsonValueKind.Null && !values.Contains(field.Value.ToString(), StringComparer.OrdinalIgnoreCase))
            {
                problems.Add($"{field.Name}: {field.Value.GetRawText()} is not supported, only {values[0]}.");
            }
        }
        else if (!NotOurs.Contains(field.Name))
        {
            problems.Add($"{field.Name}: unknown field.");
        }
    }

    private static void CheckRanges(SchedulerConfig config, List<string> problems)
    {
        if (config.TrainSteps is < 1 or > 100_000)
        {
            problems.Add($"num_train_timesteps: {config.TrainSteps} is not between 1 and 100000.");
        }

        if (!(config.BetaStart > 0 && config.BetaStart <= config.BetaEnd && config.BetaEnd < 1))
        {
            problems.Add($"beta_start and beta_end: expected 0 < start <= end < 1, not {config.BetaStart} and {config.BetaEnd}.");
        }

        if (config.StepsOffset < 0 || config.StepsOffset >= config.TrainSteps)
        {
            problems.Add($"steps_offset: {config.StepsOffset} is not between 0 and num_train_timesteps - 1.");
        }

        if (config.ClipSampleRange is <= 0 or double.NaN)
        {
            problems.Add($"clip_sample_range: {config.ClipSampleRange} is not above 0.");
        }

        if (config is { RescaleBetasZeroSnr: true, Prediction: PredictionType.Epsilon })
        {
            problems.Add("rescale_betas_zero_snr: from pure noise, noise predicts nothing; prediction_type must be v_prediction or sample.");
        }
    }
}
