using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Sampling;

namespace Creative.Tools.Vectors;

/// <summary>Runs one case.</summary>
internal static class VectorRunner
{
    /// <summary>Single-precision sums of large numbers are not exact to an absolute tolerance.</summary>
    public const double Relative = 1e-6;

    /// <summary>A batch's rows are the sample, and the sample moved by these.</summary>
    private static readonly float[] Offsets = [0, 0.1f, -0.1f];

    public static VectorResult Run(string file, VectorCase item)
    {
        try
        {
            var loop = VectorLoop.Parse(item.Loop);
            var config = BaseConfigs.Of(item.Scheduler, item.Overrides);
            if (item.Steps < 1 || item.Steps > config.TrainSteps)
            {
                throw new FormatException($"steps: {item.Steps} is not between 1 and {config.TrainSteps}");
            }

            // diffusers' tests of this scheduler leave its own default aside.
            config = config with { Eta = loop.Eta ?? (config.Sampler == "tcd" ? 0 : null) };
            var result = loop.Rows is null ? Loop(loop, config, item) : Rows(loop, config, item.Steps);
            var sum = result.Sum(x => Math.Abs((double)x));
            var passed = Near(item.Sum, sum) && Near(item.Mean, sum / result.Length);
            return Result(file, item, passed, null, sum, sum / result.Length);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return Result(file, item, false, error.Message, null, null);
        }
    }

    private static float[] Loop(VectorLoop loop, SchedulerConfig config, VectorCase item)
    {
        var sampler = Samplers.Named(config.Sampler);
        var oneDimensional = loop.OneDimensional || item.Scheduler.Contains("1D", StringComparison.Ordinal);
        var all = loop.AllTrainSteps && item.Steps == config.TrainSteps;
        var grid = sampler.Grid(sampler.Schedule(config), item.Steps, loop.Timesteps ?? (all ? Falling(config.TrainSteps - 1) : null));
        var first = loop.Index ?? ((loop.Start ?? 0) * sampler.Runs);
        if (first >= grid.Steps)
        {
            throw new FormatException($"loop: begins at {first}, of {grid.Steps} timesteps");
        }

        var start = Fixture.Sample(oneDimensional);
        using var state = new SampleState(start.Length, sampler, new TorchRandom(loop.Seed), Fixture.Images);
        var (level, scale) = (grid.Levels[first], loop.Scales ? grid.InitialScale : 1);
        var noise = Fixture.Noise(oneDimensional);
        for (var i = 0; i < start.Length; i++)
        {
            var x = start[i] * (float)scale;
            state.Sample[i] = loop.Start is null ? x : (x * (float)level.Alpha) + (noise[i] * (float)level.Sigma);
        }

        for (var time = 0; time < loop.Times; time++)
        {
            for (var step = first; step < grid.Steps; step++)
            {
                Step(loop, sampler, grid, step, state);
            }
        }

        return state.Sample.ToArray();
    }

    private static void Step(VectorLoop loop, Sampler sampler, StepGrid grid, int step, SampleState state)
    {
        var scaled = state.Sample.ToArray();
        if (loop.Scales)
        {
            var scale = (float)grid.Levels[step].InputScale;
            Array.ForEach(Enumerable.Range(0, scaled.Length).ToArray(), i => scaled[i] *= scale);
        }

        if (loop.KeepsScaled)
        {
            scaled.CopyTo(state.Sample);
        }

        var output = new float[scaled.Length];
        Fixture.Model(scaled, grid.Timesteps[step], output);
        state.Advance(sampler, grid, step, output);
    }

    private static float[] Rows(VectorLoop loop, SchedulerConfig config, int steps)
    {
        if (loop.Rows!.Length > Offsets.Length || loop.Rows.Any(t => t >= config.TrainSteps))
        {
            throw new FormatException($"loop: expected up to {Offsets.Length} timesteps below {config.TrainSteps}");
        }

        var sampler = Samplers.Named(config.Sampler);
        var result = new List<float>();
        for (var row = 0; row < loop.Rows.Length; row++)
        {
            // Where the next timestep of the list is the end of a step, that is the next training step.
            var grid = sampler.Grid(sampler.Schedule(config), steps, Falling((int)loop.Rows[row]));
            grid = grid.Weights.IsDefault ? grid : grid with { Weights = [.. grid.Weights.Select(weights => weights with { Random = null })] };
            var sample = Array.ConvertAll(Fixture.Sample(loop.OneDimensional), x => x + Offsets[row]);
            using var state = new SampleState(sample.Length, sampler, new TorchRandom(loop.Seed), Fixture.Images);
            sample.CopyTo(state.Sample);
            Step(loop, sampler, grid, 0, state);
            result.AddRange(state.Sample);
        }

        return [.. result];
    }

    private static double[] Falling(int from) => [.. Enumerable.Range(0, from + 1).Select(i => (double)(from - i))];

    private static bool Near(Expected? expected, double actual) =>
        expected is null || Math.Abs(actual - expected.Value) <= Math.Max(expected.Tolerance, Math.Abs(expected.Value) * Relative);

    private static VectorResult Result(string file, VectorCase item, bool passed, string? reason, double? sum, double? mean) =>
        new(file, item.Scheduler, item.Test, passed, reason, sum, mean, item.Sum?.Value, item.Mean?.Value);
}
