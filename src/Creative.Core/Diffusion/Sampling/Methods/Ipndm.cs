namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>K. Crowson's v-diffusion: the linear multistep part of PNDM alone, over the schedule of its own models.</summary>
internal static class Ipndm
{
    private const double LeastAlpha = 1e-8;

    /// <summary>σ = sin²(π·t/2) for t from 1 to 0, and timesteps 2/π·atan(σ/α), in single precision.</summary>
    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        float[] times = [.. Enumerable.Range(0, steps).Select(i => i < (steps + 1) / 2 ? 1 - ((float)i / steps) : (float)(steps - i) / steps), 0];
        NoiseLevel[] levels = Array.ConvertAll(times, time =>
        {
            var sigma = MathF.Sin(time * MathF.PI / 2) is var sine ? sine * sine : 0;
            return new NoiseLevel(MathF.Sqrt(1 - (sigma * sigma)), sigma, 1);
        });
        return new StepGrid(
            [.. given ?? [.. levels.SkipLast(1).Select(level => (double)(MathF.Atan2((float)level.Sigma, (float)level.Alpha) / MathF.PI * 2))]],
            [.. levels], InitialScale: 1) { Config = schedule.Config with { Prediction = PredictionType.Velocity } };
    }

    /// <summary>x' = α'·(x − σ·ε)/α + σ'·ε with ε mixed from the last four.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        state.Remember(state.Noise);
        Pndm.Mix(state);
        var (from, to) = (grid.Levels[step], grid.Levels[step + 1]);

        // In this order: at pure noise the difference is next to nothing, and what it is divided by too.
        Latents.Add(-from.Sigma, state.Noise, state.Sample);
        Latents.Combine(to.Alpha / Math.Max(from.Alpha, LeastAlpha), state.Sample, to.Sigma, state.Noise, state.Sample);
    }
}
