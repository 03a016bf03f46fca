using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>Reads scheduler_config.json as diffusers writes it: its class selects a sampler, its fields configure that one.</summary>
public static partial class SchedulerConfigReader
{
    /// <summary>Fields that say nothing about the model or its sampler.</summary>
    private static readonly FrozenSet<string> Ignored = new[]
    {
        "_class_name", "_diffusers_version", "_use_default_values", "_name_or_path", "clip_sample", "clip_sample_range", "thresholding",
        "dynamic_thresholding_ratio", "sample_max_value", "base_shift", "max_shift", "base_image_seq_len", "max_image_seq_len",
        "time_shift_type", "noise_sampler_seed", "solver_p", "tau_func",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="FormatException">Names every field that is missing its range, is not understood or is not known.</exception>
    public static SchedulerConfig Read(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        var problems = new List<string>();
        var config = ClassOf(root, problems);
        foreach (var field in root.EnumerateObject())
        {
            Try(field.Name, field.Value, problems, () => config = SchedulerFields.All.TryGetValue(field.Name, out var read) ? read(config, field.Value) : config);
            if (field.Name == "use_dynamic_shifting" || (field.Name is "solver_p" or "tau_func"))
            {
                Refuse(field, problems);
            }
            else if (!SchedulerFields.All.ContainsKey(field.Name) && !Ignored.Contains(field.Name))
            {
                problems.Add($"{field.Name}: unknown field.");
            }
        }

        config = config with { ClipSampleRange = ClipOf(root, config, problems), Threshold = ThresholdOf(root, problems) };
        problems.AddRange(SchedulerRules.Problems(config));
        return problems.Count == 0 ? Name(config) : throw new FormatException($"scheduler_config.json: {string.Join("; ", problems)}");
    }

    [GeneratedRegex(@"(?<=:\s*)-Infinity(?=\s*[,}])")]
    private static partial Regex NegativeInfinity();

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        JsonDocument document;
        try
        {
            // Python's writer knows a number that JSON does not; one that is too large reads as the same.
            document = JsonDocument.Parse(NegativeInfinity().Replace(Encoding.UTF8.GetString(json.Span), "-1e999"));
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

    private static SchedulerConfig ClassOf(JsonElement root, List<string> problems)
    {
        if (!root.TryGetProperty("_class_name", out var name))
        {
            return new SchedulerConfig();
        }

        if (name.ValueKind == JsonValueKind.String && SchedulerClasses.All.TryGetValue(name.GetString()!, out var config))
        {
            return config;
        }

        problems.Add($"_class_name: {name.GetRawText()} is not supported, only {string.Join(", ", SchedulerClasses.All.Keys.Order(StringComparer.Ordinal))}.");
        return new SchedulerConfig();
    }

    private static double? ClipOf(JsonElement root, SchedulerConfig config, List<string> problems)
    {
        var (clips, range) = (config.ClipSampleRange is not null, config.ClipSampleRange ?? 1);
        Field(root, "clip_sample", problems, value => clips = SchedulerFields.Flag(value));
        Field(root, "clip_sample_range", problems, value => range = value.GetDouble());
        return clips ? range : null;
    }

    private static CleanLimit? ThresholdOf(JsonElement root, List<string> problems)
    {
        var (wanted, ratio, most) = (false, 0.995, 1.0);
        Field(root, "thresholding", problems, value => wanted = SchedulerFields.Flag(value));
        Field(root, "dynamic_thresholding_ratio", problems, value => ratio = value.GetDouble());
        Field(root, "sample_max_value", problems, value => most = value.GetDouble());
        return wanted ? new CleanLimit(most, ratio) : null;
    }

    private static void Field(JsonElement root, string name, List<string> problems, Action<JsonElement> read)
    {
        if (root.TryGetProperty(name, out var value))
        {
            Try(name, value, problems, () => read(value));
        }
    }

    private static void Try(string name, JsonElement value, List<string> problems, Action read)
    {
        try
        {
            read();
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            problems.Add($"{name}: {value.GetRawText()} is not understood. {error.Message}");
        }
    }

    private static void Refuse(JsonProperty field, List<string> problems)
    {
        if (field.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False))
        {
            problems.Add($"{field.Name}: {field.Value.GetRawText()} is not supported, only null or false.");
        }
    }

    /// <summary>The usual settings of DPM-Solver have names of their own.</summary>
    private static SchedulerConfig Name(SchedulerConfig config) => config is { Sampler: "dpm_multistep", SolverOrder: 2, FlowSigmas: false }
        ? config.Algorithm switch
        {
            DpmAlgorithm.CleanOde => config with { Sampler = "dpmpp_2m" },
            DpmAlgorithm.CleanSde => config with { Sampler = "dpmpp_2m_sde" },
            _ => config,
        }
        : config;
}
