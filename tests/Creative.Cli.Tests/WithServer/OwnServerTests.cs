using System.Text.Json;

namespace Creative.Cli.Tests.WithServer;

public sealed class OwnServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Starts_a_server_for_the_call_and_ends_it()
    {
        var (exitCode, text, error) = await CommandLine.RunAsync("brands", "list", "--data", _folder["data"]);

        Assert.True(exitCode == ExitCode.Done, error);
        Assert.Contains("nimbry", text);
        Assert.False(Directory.Exists($"/proc/{ServerProcess()}"));
    }

    [Fact]
    public async Task Leaves_no_server_behind_when_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var brief = _folder.Write("brief.json", """
            { "campaign": "Stopped", "brand": "nimbry", "variants": 8, "copy": { "headline": "Never finished" }, "placements": [ { "id": "iab_mrec" } ] }
            """);
        var running = CommandLine.RunAsync(["render", "--brief", brief, "--out", _folder["out"], "--data", _folder["data"], "--candidates", "16"], stop.Token);
        while (!running.IsCompleted && Announcement() is null)
        {
            await Task.Delay(50);
        }

        await stop.CancelAsync();
        var (exitCode, _, error) = await running;

        Assert.True(exitCode == ExitCode.Failed, error);
        Assert.Contains("Stopped", error);
        Assert.False(Directory.Exists($"/proc/{ServerProcess()}"));
    }

    private int ServerProcess()
    {
        using var announced = JsonDocument.Parse(Announcement()!);
        return announced.RootElement.GetProperty("pid").GetInt32();
    }

    private string? Announcement()
    {
        var log = _folder["data/server.log"];
        if (!File.Exists(log))
        {
            return null;
        }

        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n').SkipLast(1).FirstOrDefault(line => line.StartsWith("""{"event":"listening",""", StringComparison.Ordinal));
    }
}
