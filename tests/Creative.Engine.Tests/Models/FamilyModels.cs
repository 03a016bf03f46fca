using System.Runtime.InteropServices;
using System.Text.Json;

namespace Creative.Engine.Tests.Models;

/// <summary>The tiny models of the full-size families, and what torch computed with them: tests/data/models/make_models.py.</summary>
internal static class FamilyModels
{
    public static readonly string[] All = ["sd1", "sd2-half", "sd1-legacy", "sd1-inpaint", "sdxl", "sdxl-turbo", "lcm"];

    public static string Folder { get; } = Find();

    public static JsonElement Reference(string id)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "references", $"{id}.json")));
        return document.RootElement.Clone();
    }

    /// <summary>An array of a reference.</summary>
    public static float[] Numbers(JsonElement array) => MemoryMarshal.Cast<byte, float>(array.GetProperty("float32").GetBytesFromBase64()).ToArray();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var models = Path.Combine(folder.FullName, "tests", "data", "models");
            if (Directory.Exists(models))
            {
                return models;
            }
        }

        throw new DirectoryNotFoundException($"There is no tests/data/models above {AppContext.BaseDirectory}.");
    }
}
