using System.Diagnostics;

namespace Creative.Bench.Denoise;

internal static class Clock
{
    /// <summary>By the wall.</summary>
    public static double Milliseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>In the middle; of an even number the mean of the two there.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>By the wall, and of all processors for this process. The latter counts in steps of 10 ms: add up many.</summary>
    public static (double Wall, double Processor) Both(Action action)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var wall = Milliseconds(action);
        return (wall, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }
}
