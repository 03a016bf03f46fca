namespace Creative.Core.Diffusion.Sampling;

/// <summary>What must hold between the values of a scheduler_config.json.</summary>
internal static class SchedulerRules
{
    /// <returns>Every problem, each beginning with its field.</returns>
    public static IEnumerable<string> Problems(SchedulerConfig config)
    {
        (bool Wrong, string Says)[] rules =
        [
            (config.TrainSteps is < 1 or > 100_000, $"num_train_timesteps: {config.TrainSteps} is not between 1 and 100000."),
            (!(config.BetaStart > 0 && config.BetaStart <= config.BetaEnd && config.BetaEnd < 1),
                $"beta_start and beta_end: expected 0 < start <= end < 1, not {config.BetaStart} and {config.BetaEnd}."),
            (!config.TrainedBetas.IsDefault && config.TrainedBetas.Length != config.TrainSteps,
                $"trained_betas: {(config.TrainedBetas.IsDefault ? 0 : config.TrainedBetas.Length)} numbers, expected num_train_timesteps."),
            (!config.TrainedBetas.IsDefault && config.TrainedBetas.Any(beta => beta is not (> 0 and < 1)), "trained_betas: expected numbers between 0 and 1."),
            (config.StepsOffset < 0 || config.StepsOffset >= config.TrainSteps, $"steps_offset: {config.StepsOffset} is not between 0 and num_train_timesteps - 1."),
            (config.ClipSampleRange is <= 0 or double.NaN, $"clip_sample_range: {config.ClipSampleRange} is not above 0."),
            (config.Threshold is { Range: not > 0 }, $"sample_max_value: {config.Threshold?.Range} is not above 0."),
            (config.Threshold is { Quantile: not (>= 0 and <= 1) }, $"dynamic_thresholding_ratio: {config.Threshold?.Quantile} is not between 0 and 1."),
            (config is { RescaleBetasZeroSnr: true, Prediction: PredictionType.Epsilon } && Samplers.All.TryGetValue(config.Sampler, out var sampler) && sampler.BlindAtPureNoise,
                "rescale_betas_zero_snr: from pure noise, noise predicts nothing; prediction_type must be v_prediction or sample."),
            (config.SolverOrder is < 1 or > 3, $"solver_order: {config.SolverOrder} is not between 1 and 3."),
            (config.CorrectorOrder is < 1 or > 3, $"corrector_order: {config.CorrectorOrder} is not between 1 and 3."),
            (config.SigmaMin is not (null or > 0), $"sigma_min: {config.SigmaMin} is not above 0."),
            (config.SigmaMax is { } most && !(most > (config.SigmaMin ?? 0)), $"sigma_max: {config.SigmaMax} is not above sigma_min."),
            (!(config.SigmaData > 0), $"sigma_data: {config.SigmaData} is not above 0."),
            (!(config.Rho > 0), $"rho: {config.Rho} is not above 0."),
            (!(config.NoiseScale >= 0), $"s_noise: {config.NoiseScale} is not 0 or more."),
            (!(config.FlowShift > 0), $"shift: {config.FlowShift} is not above 0."),
            (config.ShiftTerminal is not (null or (> 0 and < 1)), $"shift_terminal: {config.ShiftTerminal} is not between 0 and 1."),
            (config.OriginalSteps < 1 || config.OriginalSteps > config.TrainSteps, $"original_inference_steps: {config.OriginalSteps} is not between 1 and num_train_timesteps."),
            (!(config.TimestepScaling > 0), $"timestep_scaling: {config.TimestepScaling} is not above 0."),
            (double.IsNaN(config.LambdaMin), "lambda_min_clipped: not a number."),
            (config is { Prediction: PredictionType.Flow, FlowSigmas: false }, "prediction_type: flow_prediction needs use_flow_sigmas."),
            (config is { FlowSigmas: true, Prediction: not (PredictionType.Flow or PredictionType.Residual or PredictionType.NegativeResidual) },
                "use_flow_sigmas: needs flow_prediction as prediction_type."),
            (config is { FinalSigmaZero: true, Algorithm: DpmAlgorithm.NoiseOde or DpmAlgorithm.NoiseSde, Sampler: "dpm_multistep" or "dpm_singlestep" },
                "final_sigmas_type: without noise, noise predicts nothing; this algorithm_type needs sigma_min."),
            (config is { Algorithm: DpmAlgorithm.NoiseSde, Sampler: not "dpm_multistep" }, "algorithm_type: only the multistep solver knows sde-dpmsolver."),
            (config is { Sigmas: SigmaSpacing.Lu, Sampler: not ("dpm_multistep" or "dpm_multistep_inverse") }, "use_lu_lambdas: only DPMSolverMultistepScheduler knows it."),
        ];
        return rules.Where(rule => rule.Wrong).Select(rule => rule.Says);
    }
}
