namespace Creative.Server.Hosting;

/// <summary>Where things lie around this program.</summary>
internal static class Installation
{
    /// <value>The nearest folder above the program that holds models/; the current folder when there is none.</value>
    public static string Root { get; } = Ancestors(AppContext.BaseDirectory).FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "models")))
        ?? Directory.GetCurrentDirectory();

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
