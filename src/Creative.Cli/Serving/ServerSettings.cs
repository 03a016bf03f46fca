namespace Creative.Cli.Serving;

/// <summary>Which server to talk to.</summary>
/// <param name="Url">Of a running server; null: one is started for the call.</param>
/// <param name="DataFolder">Where a server of our own keeps assets and renders; it stays, so that they can be listed later.</param>
/// <param name="KeyFile">Holds the rater key; null: none was named.</param>
internal sealed record ServerSettings(Uri? Url, string DataFolder, string? KeyFile = null)
{
    private const string UrlVariable = "CREATIVE_SERVER";
    private const string DataVariable = "CREATIVE_DATA";

    /// <summary>What is not given comes from the environment, and then from where the program lies.</summary>
    /// <exception cref="CliException">The URL is not one.</exception>
    public static ServerSettings From(string? url, string? dataFolder, string? keyFile = null)
    {
        url = FirstOf(url, Environment.GetEnvironmentVariable(UrlVariable));
        dataFolder = FirstOf(dataFolder, Environment.GetEnvironmentVariable(DataVariable)) ?? Path.Combine(Installation.Root, "out", "data");
        if (url is null)
        {
            return new ServerSettings(null, Path.GetFullPath(dataFolder), keyFile);
        }

        var text = url.Contains("://", StringComparison.Ordinal) ? url : $"http://{url}";
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? new ServerSettings(uri, Path.GetFullPath(dataFolder), keyFile)
            : throw CliException.BadInput("The server's address is not understood.", new Problem("--server", $"'{url}' is not of the form http://host:port"));
    }

    private static string? FirstOf(string? first, string? second) =>
        !string.IsNullOrWhiteSpace(first) ? first : !string.IsNullOrWhiteSpace(second) ? second : null;
}
