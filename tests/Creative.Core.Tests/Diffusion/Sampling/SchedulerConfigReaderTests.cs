using System.Text;
using Creative.Core.Diffusion.Sampling;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Sampling;

public sealed class SchedulerConfigReaderTests
{
    [Fact]
    public void Reads_what_stable_diffusion_ships()
    {
        var config = Read("""
            {
              "_class_name": "PNDMScheduler", "_diffusers_version": "0.6.0", "beta_end": 0.012, "beta_schedule": "scaled_linear",
              "beta_start": 0.00085, "num_train_timesteps": 1000, "set_alpha_to_one": false, "skip_prk_steps": true,
              "steps_offset": 1, "trained_betas": null, "clip_sample": false
            }
            """);
        Assert.Equal(
            new SchedulerConfig
            {
                BetaStart = 0.00085,
                BetaEnd = 0.012,
                BetaSchedule = BetaSchedule.ScaledLinear,
                SetAlphaToOne = false,
                StepsOffset = 1,
                Sampler = "pndm",
                SkipPrkSteps = true,
            },
            config);
    }

    [Fact]
    public void Reads_a_velocity_model_that_starts_from_pure_noise()
    {
        var config = Read("""
            { "prediction_type": "v_prediction", "timestep_spacing": "trailing", "rescale_betas_zero_snr": true,
              "beta_schedule": "squaredcos_cap_v2", "clip_sample": true, "clip_sample_range": 4.0, "final_sigmas_type": "zero" }
            """);
        Assert.Equal(PredictionType.Velocity, config.Prediction);
        Assert.Equal(TimestepSpacing.Trailing, config.Spacing);
        Assert.Equal(BetaSchedule.SquaredCosine, config.BetaSchedule);
        Assert.True(config.RescaleBetasZeroSnr);
        Assert.Equal(4, config.ClipSampleRange);
    }

    [Fact]
    public void Names_every_field_it_does_not_understand()
    {
        var error = Assert.Throws<FormatException>(() => Read("""
            { "prediction_type": "flow", "thresholding": "yes", "use_dynamic_shifting": true, "beta_start": "low", "num_train_timesteps": 0, "churn": 1 }
            """));
        foreach (var field in (string[])["prediction_type", "thresholding", "use_dynamic_shifting", "beta_start", "num_train_timesteps", "churn"])
        {
            Assert.Contains(field, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("DPMSolverMultistepScheduler", "\"algorithm_type\": \"dpmsolver++\"", "dpmpp_2m")]
    [InlineData("DPMSolverMultistepScheduler", "\"algorithm_type\": \"sde-dpmsolver++\"", "dpmpp_2m_sde")]
    [InlineData("DPMSolverMultistepScheduler", "\"solver_order\": 3, \"lambda_min_clipped\": -Infinity", "dpm_multistep")]
    [InlineData("EulerAncestralDiscreteScheduler", "\"timestep_spacing\": \"trailing\"", "euler_ancestral")]
    [InlineData("FlowMatchEulerDiscreteScheduler", "\"shift\": 3.0", "flow_euler")]
    public void The_class_selects_a_sampler(string name, string field, string sampler) =>
        Assert.Equal(sampler, Read($$"""{ "_class_name": "{{name}}", {{field}} }""").Sampler);

    [Theory]
    [InlineData("\"_class_name\": \"KarrasVeScheduler\"", "_class_name")]
    [InlineData("\"use_karras_sigmas\": true, \"use_exponential_sigmas\": true", "use_exponential_sigmas")]
    [InlineData("\"variance_type\": \"learned_range\"", "variance_type")]
    [InlineData("\"solver_order\": 4", "solver_order")]
    [InlineData("\"prediction_type\": \"flow_prediction\"", "use_flow_sigmas")]
    [InlineData("\"use_flow_sigmas\": true", "flow_prediction")]
    [InlineData("\"_class_name\": \"DPMSolverMultistepScheduler\", \"algorithm_type\": \"dpmsolver\"", "final_sigmas_type")]
    [InlineData("\"trained_betas\": [0.1, 0.2]", "trained_betas")]
    public void Refuses_what_cannot_be_done(string fields, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => Read("{" + fields + "}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("{ \"beta_end\": 0.0")]
    [InlineData("[]")]
    public void Refuses_what_is_not_an_object(string json) =>
        Assert.Contains("scheduler_config.json", Assert.Throws<FormatException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static SchedulerConfig Read(string json) => SchedulerConfigReader.Read(Encoding.UTF8.GetBytes(json));
}
