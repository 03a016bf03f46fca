namespace Creative.Engine.Tests.Models;

/// <summary>The models folder of the repository.</summary>
internal static class ShippedModels
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var models = Path.Combine(folder.FullName, "models");
            if (File.Exists(Path.Combine(models, "elements-mini", ModelManifest.FileName)))
            {
                return models;
            }
        }

        throw new DirectoryNotFoundException($"There is no models folder above {AppContext.BaseDirectory}.");
    }
}
