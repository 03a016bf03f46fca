using Creative.Cli.Serving;

namespace Creative.Cli.Tests.WithServer;

/// <summary>One server process, as the command line itself starts it, for all tests that only need one to be there.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private ServerSession? _session;

    internal TemporaryFolder Folder { get; } = new();

    internal string Url { get; private set; } = "";

    public async Task InitializeAsync()
    {
        using var quiet = new StringWriter();
        var settings = new ServerSettings(null, Folder["data"]);
        _session = await ServerSession.OpenAsync(settings, new Terminal(quiet, quiet, interactive: false), CancellationToken.None);
        Url = _session.Url.AbsoluteUri;
    }

    public async Task DisposeAsync()
    {
        await _session!.DisposeAsync();
        Folder.Dispose();
    }

    internal Task<(int ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments) =>
        CommandLine.RunAsync([.. arguments, "--server", Url]);

    /// <summary>A brief with two small placements, one of them of its own size.</summary>
    internal string WriteBrief(string name, string campaign, string brand = "nimbry") => Folder.Write(name, $$"""
        {
          "campaign": "{{campaign}}", "brand": "{{brand}}", "seed": "7",
          "copy": { "headline": "Save without trying", "callToAction": "Start now" },
          "placements": [ { "id": "iab_mrec" }, { "custom": { "width": 420, "height": 300 } } ]
        }
        """);
}
