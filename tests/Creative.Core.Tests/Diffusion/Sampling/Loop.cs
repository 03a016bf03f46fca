using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Tests.Diffusion.Sampling;

/// <summary>A sampler's loop over a model that is a formula.</summary>
internal static class Loop
{
    /// <summary>The sample and the noise of diffusers' scheduler tests: k/768, and the same backwards.</summary>
    public static float[] DummySample => [.. Enumerable.Range(0, 768).Select(k => k / 768f)];

    public static float[] DummyNoise => [.. Enumerable.Range(0, 768).Select(k => (767 - k) / 768f)];

    /// <param name="model">Its output for one number and an index into the grid.</param>
    /// <param name="keepScaled">diffusers' tests hand the scaled sample to the step too; products do not.</param>
    /// <param name="steps">Ends before this index; null for the whole grid.</param>
    public static float[] Run(
        Sampler sampler,
        StepGrid grid,
        float[] sample,
        Func<float, int, float> model,
        int firstStep = 0,
        bool keepScaled = false,
        int? steps = null)
    {
        using var state = new SampleState(sample.Length, sampler, new TorchRandom(0));
        sample.CopyTo(state.Sample);
        for (var step = firstStep; step < (steps ?? grid.Steps); step++)
        {
            var scale = (float)grid.Levels[step].InputScale;
            var input = Array.ConvertAll(state.Sample.ToArray(), x => x * scale);
            if (keepScaled)
            {
                input.CopyTo(state.Sample);
            }

            state.Advance(sampler, grid, step, Array.ConvertAll(input, x => model(x, step)));
        }

        return state.Sample.ToArray();
    }

    public static Func<float, int, float> DummyModel(StepGrid grid) =>
        (x, step) => (float)(x * grid.Timesteps[step] / (grid.Timesteps[step] + 1));
}
