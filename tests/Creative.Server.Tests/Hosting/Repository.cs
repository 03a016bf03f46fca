namespace Creative.Server.Tests.Hosting;

/// <summary>Where the sources lie that a test starts other programs with.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Creative.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository."));
}
