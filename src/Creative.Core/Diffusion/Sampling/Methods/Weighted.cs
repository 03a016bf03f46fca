namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>The step of every sampler whose grid holds the weights of each step.</summary>
internal static class Weighted
{
    /// <summary>x' = c·x0 + x·s + n·ε + r·z.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var weights = grid.Weights[step];
        Latents.Combine(weights.Clean, state.Clean, weights.Sample, state.Sample, state.Sample);
        if (weights.Noise != 0)
        {
            Latents.Add(weights.Noise, state.Noise, state.Sample);
        }

        if (weights.Random is { } random)
        {
            state.AddRandom(random);
        }
    }
}
