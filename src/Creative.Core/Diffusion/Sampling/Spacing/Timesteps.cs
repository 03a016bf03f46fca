namespace Creative.Core.Diffusion.Sampling.Spacing;

/// <summary>Timesteps in falling order. All grids round half to even, as NumPy does.</summary>
internal static class Timesteps
{
    /// <summary>Evenly from the last training step to 0, not rounded; a single one is 0.</summary>
    public static double[] Linspace(int trainSteps, int count)
    {
        var stride = count > 1 ? (trainSteps - 1.0) / (count - 1) : 0;
        return [.. Enumerable.Range(0, count).Select(i => i * stride).Reverse()];
    }

    public static double[] Leading(int trainSteps, int count, int offset, int? clip = null)
    {
        var stride = trainSteps / count;
        return [.. Enumerable.Range(0, count).Select(i => (double)Math.Min((i * stride) + offset, (clip ?? trainSteps) - 1)).Reverse()];
    }

    public static double[] Trailing(int trainSteps, int count)
    {
        var stride = (double)trainSteps / count;
        return [.. Enumerable.Range(0, count).Select(i => Math.Round(trainSteps - (i * stride)) - 1)];
    }

    /// <summary>By the config's spacing, one for each step; those that are even stay fractional.</summary>
    public static double[] Plain(SchedulerConfig config, int count) => config.Spacing switch
    {
        TimestepSpacing.Linspace => Linspace(config.TrainSteps, count),
        TimestepSpacing.Leading => Leading(config.TrainSteps, count, config.StepsOffset),
        _ => Trailing(config.TrainSteps, count),
    };

    /// <summary>By the config's spacing over one step more, of which the cleanest is left out, except for the trailing spacing.</summary>
    /// <param name="trainSteps">Training steps in use.</param>
    public static double[] WithoutLast(SchedulerConfig config, int trainSteps, int count) => config.Spacing switch
    {
        TimestepSpacing.Linspace => Array.ConvertAll(Linspace(trainSteps, count + 1)[..^1], Math.Round),
        TimestepSpacing.Leading => Leading(trainSteps, count + 1, config.StepsOffset, config.TrainSteps)[..^1],
        _ => [.. Enumerable.Range(0, count).Select(i => Math.Round(trainSteps - (i * (double)config.TrainSteps / count)) - 1).Where(t => t >= 0)],
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
