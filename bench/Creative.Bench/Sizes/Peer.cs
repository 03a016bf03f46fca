using System.Diagnostics;
using System.Text.Json;

namespace Creative.Bench.Sizes;

/// <summary>One way to make the banners, in a process of its own that times itself.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(string name, Process process)
    {
        Name = name;
        _process = process;
    }

    public string Name { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="oneCore">Pinned to the first core where the system has taskset.</param>
    /// <exception cref="InvalidOperationException">It cannot run here; the message says why.</exception>
    public static Peer Start(string name, bool oneCore, string program, params IEnumerable<string> arguments)
    {
        var pinned = oneCore && Tools.Find("taskset") is not null;
        var start = new ProcessStartInfo(pinned ? "taskset" : program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in pinned ? ["-c", "0", program, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (oneCore)
        {
            start.Environment["VIPS_CONCURRENCY"] = "1";
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var peer = new Peer(name, process);
        peer.Answer();
        return peer;
    }

    /// <summary>Renders one banner.</summary>
    /// <param name="keep">Where to write the picture; null: nowhere.</param>
    /// <returns>By its own clock.</returns>
    public RenderTime Render(int index, string? keep = null)
    {
        _process.StandardInput.WriteLine(keep is null ? $"{index}" : $"{index}\t{keep}");
        _process.StandardInput.Flush();
        var answer = Answer();
        return new RenderTime(answer.GetProperty("ms").GetDouble(), answer.GetProperty("processor").GetDouble());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private JsonElement Answer()
    {
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Name} ended without an answer.");
        var answer = JsonDocument.Parse(line).RootElement;
        return answer.TryGetProperty("error", out var error) ? throw new InvalidOperationException($"{Name}: {error.GetString()}") : answer;
    }
}

/// <summary>Milliseconds of one rendering.</summary>
/// <param name="Wall">Waiting included.</param>
/// <param name="Processor">Of the process itself and not of those it started, so without Chromium's own.</param>
internal readonly record struct RenderTime(double Wall, double Processor);
