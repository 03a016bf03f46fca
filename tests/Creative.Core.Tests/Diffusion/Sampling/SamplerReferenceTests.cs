using System.Text.Json;
using Creative.Core.Diffusion.Sampling;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Sampling;

/// <summary>Against the sums that the tests of huggingface/diffusers assert, and against tables computed from the papers.</summary>
public sealed class SamplerReferenceTests
{
    private static readonly SchedulerConfig StableDiffusion = new()
    {
        BetaStart = 0.00085,
        BetaEnd = 0.012,
        BetaSchedule = BetaSchedule.ScaledLinear,
        SetAlphaToOne = false,
    };

    public static TheoryData<int> Cases()
    {
        using var reference = TestData.Json("Diffusion/Sampling/diffusers_loops.json");
        return [.. Enumerable.Range(0, reference.RootElement.GetProperty("cases").GetArrayLength())];
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reaches_the_sum_of_a_diffusers_test(int index)
    {
        using var reference = TestData.Json("Diffusion/Sampling/diffusers_loops.json");
        var item = reference.RootElement.GetProperty("cases")[index];
        var sampler = Samplers.Named(item.GetProperty("sampler").GetString()!);
        var config = Configure(sampler.Name, item.GetProperty("config"));
        var grid = sampler.Grid(new NoiseSchedule(config), item.GetProperty("steps").GetInt32());
        var loop = item.GetProperty("loop").GetString()!;
        var first = loop.EndsWith("N(t_start=8)", StringComparison.Ordinal) ? 8 : 0;
        var sample = Array.ConvertAll(Loop.DummySample, x => x * (float)grid.InitialScale);
        if (first > 0)
        {
            var level = grid.Levels[first];
            sample = [.. sample.Zip(Loop.DummyNoise, (x, z) => (float)((level.Alpha * x) + (level.Sigma * z)))];
        }

        if (loop.StartsWith('K') && first > 0)
        {
            // diffusers adds noise to the sample times its initial scale here.
            Assert.Equal("euler", sampler.Name);
        }

        var result = Loop.Run(sampler, grid, sample, Loop.DummyModel(grid), first, keepScaled: loop.StartsWith('K'));
        var sum = result.Sum(x => Math.Abs((double)x));
        var expected = item.GetProperty("sum").GetDouble();
        Assert.InRange(sum, expected - Math.Max(1e-3, expected * 1e-6), expected + Math.Max(1e-3, expected * 1e-6));
        Assert.Equal(item.GetProperty("mean").GetDouble(), sum / result.Length, 1e-3 * Math.Max(1, expected / 768 * 1e-3));
        if (item.GetProperty("asserted_sum").ValueKind == JsonValueKind.Number)
        {
            Assert.Equal(item.GetProperty("asserted_sum").GetDouble(), sum, Math.Max(1e-2, expected * 1e-6));
        }
    }

    /// <summary>Double-precision recomputation with Stable Diffusion's schedule, ten steps, scaled input to the model only.</summary>
    [Theory]
    [InlineData("ddim", "leading", 1, "epsilon", false, 183.25822)]
    [InlineData("ddim", "leading", 1, "v_prediction", false, 69.59649)]
    [InlineData("ddim", "trailing", 0, "epsilon", false, 181.20400)]
    [InlineData("ddim", "trailing", 0, "v_prediction", false, 65.10902)]
    [InlineData("euler", "linspace", 0, "epsilon", false, 178.77621)]
    [InlineData("euler", "linspace", 0, "v_prediction", false, 62.32836)]
    [InlineData("euler", "linspace", 0, "epsilon", true, 179.57531)]
    [InlineData("euler", "linspace", 0, "v_prediction", true, 58.76922)]
    [InlineData("euler", "leading", 1, "epsilon", false, 180.64840)]
    [InlineData("euler", "leading", 1, "v_prediction", false, 68.52140)]
    [InlineData("euler", "leading", 1, "epsilon", true, 181.96575)]
    [InlineData("euler", "leading", 1, "v_prediction", true, 66.62966)]
    [InlineData("euler", "trailing", 0, "epsilon", false, 173.87050)]
    [InlineData("euler", "trailing", 0, "v_prediction", false, 61.38188)]
    [InlineData("euler", "trailing", 0, "epsilon", true, 171.86186)]
    [InlineData("euler", "trailing", 0, "v_prediction", true, 58.49161)]
    [InlineData("dpmpp_2m", "linspace", 0, "epsilon", false, 184.06569)]
    [InlineData("dpmpp_2m", "leading", 1, "epsilon", false, 185.67314)]
    [InlineData("dpmpp_2m", "trailing", 0, "epsilon", false, 184.21420)]
    [InlineData("dpmpp_2m", "linspace", 0, "epsilon", true, 212.57297)]
    public void Reaches_the_recomputed_sum(string name, string spacing, int offset, string prediction, bool karras, double expected)
    {
        var config = StableDiffusion with
        {
            Spacing = Enum.Parse<TimestepSpacing>(spacing, ignoreCase: true),
            StepsOffset = offset,
            Prediction = prediction == "epsilon" ? PredictionType.Epsilon : PredictionType.Velocity,
            Sigmas = karras ? SigmaSpacing.Karras : SigmaSpacing.Timesteps,
        };
        var sampler = Samplers.Named(name);
        var grid = sampler.Grid(new NoiseSchedule(config), 10);
        var start = Array.ConvertAll(Loop.DummySample, x => x * (float)grid.InitialScale);
        var sum = Loop.Run(sampler, grid, start, Loop.DummyModel(grid)).Sum(x => Math.Abs((double)x));
        Assert.Equal(expected, sum, expected * 2e-5);
    }

    private static SchedulerConfig Configure(string sampler, JsonElement overrides)
    {
        var config = new SchedulerConfig
        {
            TrainSteps = sampler == "euler" ? 1100 : 1000,
            Spacing = sampler == "ddim" ? TimestepSpacing.Leading : TimestepSpacing.Linspace,
            ClipSampleRange = sampler == "ddim" ? 1 : null,
            FinalSigmaZero = false,
            LowerOrderFinal = false,
        };
        foreach (var field in overrides.EnumerateObject())
        {
            config = field.Name switch
            {
                "beta_start" => config with { BetaStart = field.Value.GetDouble() },
                "set_alpha_to_one" => config with { SetAlphaToOne = field.Value.GetBoolean() },
                "use_karras_sigmas" => config with { Sigmas = SigmaSpacing.Karras },
                "prediction_type" => config with { Prediction = PredictionType.Velocity },
                _ => throw new InvalidOperationException($"The test does not know {field.Name}."),
            };
        }

        return config;
    }
}
