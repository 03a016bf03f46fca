namespace Creative.Bench.Tests;

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "bench", "models")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"There is no bench/models above {AppContext.BaseDirectory}.");
    }
}
