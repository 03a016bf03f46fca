namespace Creative.Bench.Sizes;

/// <summary>Programs and folders that the bench needs.</summary>
internal static class Tools
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    /// <value>The folder with bench/peers in it.</value>
    /// <exception cref="DirectoryNotFoundException">The program was copied out of it.</exception>
    public static string Root { get; } = FindRoot();

    /// <summary>The first program of that name on the PATH, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>The browser named by CHROMIUM, or one on the PATH, or null.</summary>
    public static string? FindChromium() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Browsers.Select(Find).FirstOrDefault(path => path is not null);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "bench", "peers", "worker.mjs")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("bench/peers is not above this program.");
    }
}
