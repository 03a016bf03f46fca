using System.Diagnostics;
using Creative.Core.Diffusion;

namespace Creative.Bench.Denoise;

/// <summary>What one step of one image takes under a setting.</summary>
internal sealed class SessionTimes : IDisposable
{
    private readonly SessionSetting _setting;
    private readonly DenoiserSession[] _sessions;
    private readonly double _load;
    private readonly List<double> _walls = [];
    private double _processor;

    public SessionTimes(SessionSetting setting, string path, LatentShape latent)
    {
        _setting = setting;
        DenoiserSession[] sessions = [];
        _load = Clock.Milliseconds(() => sessions = [.. Enumerable.Range(0, setting.Sessions).Select(_ => new DenoiserSession(setting, path, [2 * setting.Images, latent.Channels, latent.Height, latent.Width]))]);
        _sessions = sessions;
    }

    private int Images => _setting.Images * _setting.Sessions;

    /// <summary>How far the first image is from another's, relative to the largest number.</summary>
    public void PrintDistance(SessionTimes other)
    {
        Run();
        other.Run();
        var (ours, theirs) = (_sessions[0].Results, other._sessions[0].Results);
        var distance = ours.Zip(theirs, (a, b) => Math.Abs(a - b)).Max() / theirs.Max(Math.Abs);
        Console.Error.WriteLine($"{_setting.Says}: differs by {distance:0.0e+0}");
    }

    public void Once(bool keep)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var wall = Clock.Milliseconds(Run);

        // Straight after a run is when threads that spin are still at it.
        Task.Delay(20).GetAwaiter().GetResult();
        if (keep)
        {
            _walls.Add(wall / Images);
            _processor += (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Images;
        }
    }

    public string Row() => $"| {_setting.Says} | {Clock.Median(_walls):F1} | {_walls.Min():F1} | {_processor / _walls.Count:F1} | {_load:F0} |";

    public void Dispose() => Array.ForEach(_sessions, session => session.Dispose());

    private void Run()
    {
        if (_sessions is [var only])
        {
            only.Run();
        }
        else
        {
            Task.WaitAll(_sessions.Select(session => Task.Run(session.Run)));
        }
    }
}
