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

    /// <summary>By the wall, and of all processors for this process. The latter counts in steps of 10 ms: add up many.</summary>
    public static (double Wall, double Processor) Both(Action action)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var wall = Milliseconds(action);
        return (wall, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }
}
