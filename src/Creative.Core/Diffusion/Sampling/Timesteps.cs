namespace Creative.Core.Diffusion.Sampling;

/// <summary>Timesteps in falling order. All grids round half to even, as NumPy does.</summary>
internal static class Timesteps
{
    /// <summary>Evenly from the last training step to 0, not rounded; a single one is 0.</summary>
    public static double[] Linspace(int trainSteps, int count)
    {
        var stride = count > 1 ? (trainSteps - 1.0) / (count - 1) : 0;
        return [.. Enumerable.Range(0, count).Select(i => i * stride).Reverse()];
    }

    public static double[] Leading(int trainSteps, int count, int offset)
    {
        var stride = trainSteps / count;
        return [.. Enumerable.Range(0, count).Select(i => (double)Math.Min((i * stride) + offset, trainSteps - 1)).Reverse()];
    }

    public static double[] Trailing(int trainSteps, int count)
    {
        var stride = (double)trainSteps / count;
        return [.. Enumerable.Range(0, count).Select(i => Math.Round(trainSteps - (i * stride)) - 1)];
    }

    /// <summary>By the config's spacing, one for each step.</summary>
    public static double[] Plain(SchedulerConfig config, int count) => config.Spacing switch
    {
        TimestepSpacing.Linspace => Linspace(config.TrainSteps, count),
        TimestepSpacing.Leading => Leading(config.TrainSteps, count, config.StepsOffset),
        _ => Trailing(config.TrainSteps, count),
    };

    /// <summary>The value at a fractional index, between its two neighbours; beyond an end, that end.</summary>
    public static double Interpolate(ReadOnlySpan<float> values, double index)
    {
        var clamped = Math.Clamp(index, 0, values.Length - 1);
        var below = (int)clamped;
        var above = Math.Min(below + 1, values.Length - 1);
        return values[below] + ((clamped - below) * (values[above] - (double)values[below]));
    }
}
