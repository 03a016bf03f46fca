using System.Text.Json;
using System.Text.Json.Nodes;
using Creative.Core.Diffusion.Sampling;

namespace Creative.Tools.Vectors;

/// <summary>What diffusers' own tests configure each scheduler with; a case overrides some of it.</summary>
internal static class BaseConfigs
{
    private static readonly JsonObject All = Load();

    private static readonly string[] Suffixes = ["Discrete", "Multistep"];

    /// <param name="scheduler">Such as "DDIM", "EulerDiscreteScheduler" or "UniPCMultistep(1D)".</param>
    /// <exception cref="FormatException">Names the scheduler, or every field that is not understood.</exception>
    public static SchedulerConfig Of(string scheduler, JsonElement overrides)
    {
        var name = scheduler.Replace("(1D)", "", StringComparison.Ordinal).Trim();
        name = name.EndsWith("Scheduler", StringComparison.Ordinal) ? name[..^"Scheduler".Length] : name;
        name = Suffixes.Select(suffix => name + suffix).Prepend(name).FirstOrDefault(All.ContainsKey)
            ?? throw new FormatException($"unknown scheduler '{scheduler}'");
        var fields = All[name]!.DeepClone().AsObject();
        foreach (var field in overrides.EnumerateObject())
        {
            fields[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        }

        fields["_class_name"] = name + "Scheduler";
        return SchedulerConfigReader.Read(JsonSerializer.SerializeToUtf8Bytes(fields));
    }

    private static JsonObject Load()
    {
        using var stream = typeof(BaseConfigs).Assembly.GetManifestResourceStream("Vectors/base_configs.json")
            ?? throw new InvalidOperationException("Vectors/base_configs.json is not embedded.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
