using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Tests.Diffusion.Sampling;

/// <summary>A sampler's loop over a model that is a formula.</summary>
internal static class Loop
{
    /// <summary>The sample and the noise of diffusers' scheduler tests: k/768, and the same backwards.</summary>
    public static float[] DummySample => [.. Enumerable.Range(0, 768).Select(k => k / 768f)];

    public static float[] DummyNoise => [.. Enumerable.Range(0, 768).Select(k => (767 - k) / 768f)];

    /// <param name="model">Its output for one number and a timestep.</param>
    /// <param name="keepScaled">diffusers' tests hand the scaled sample to the step too; products do not.</param>
    public static float[] Run(
        Sampler sampler,
        StepGrid grid,
        PredictionType prediction,
        float[] sample,
        Func<float, double, float> model,
        int firstStep = 0,
        bool keepScaled = false)
    {
        var (clean, before, noise) = (new float[sample.Length], new float[sample.Length], new float[sample.Length]);
        for (var step = firstStep; step < grid.Steps; step++)
        {
            var level = grid.Levels[step];
            var input = Array.ConvertAll(sample, x => x * (float)level.InputScale);
            sample = keepScaled ? input : sample;
            var output = Array.ConvertAll(input, x => model(x, grid.Timesteps[step]));
            Prediction.Split(prediction, level, sample, output, clean, noise);
            if (grid.CleanRange is { } range)
            {
                clean = Array.ConvertAll(clean, x => Math.Clamp(x, -range, range));
            }

            sampler.Step(grid, step, sample, new Estimate(clean, noise, before));
            (clean, before) = (before, clean);
        }

        return sample;
    }

    public static float DummyModel(float x, double t) => (float)(x * t / (t + 1));
}
