namespace Creative.Labeling.Tests.Hosting;

/// <summary>A test that drives a browser. Without chromium it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <value>Path of the browser; null: there is none.</value>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    public ChromiumFactAttribute() => Skip = Path is null ? "There is no chromium here (apt-get install chromium, or name one in CHROMIUM)." : null;
}
