using System.Text.Json;

namespace Creative.Bench.Elements;

/// <summary>
/// The weak elements model that the loop starts from (models/train/elements/weaken.py). bench/models holds what is its own, the
/// denoiser and model.json; everything else is elements-mini's. model.json has the hash of every file, so that a base of
/// another version is refused when the model is loaded.
/// </summary>
internal static class WeakModel
{
    public const string Id = "elements-weak";

    private const string Base = "elements-mini";

    /// <summary>Puts the model together as a folder of <paramref name="models"/>, unless it is there and the same.</summary>
    /// <param name="repository">The folder with bench/models and models.</param>
    /// <returns>The model's folder.</returns>
    /// <exception cref="FileNotFoundException">A file is in neither of the two.</exception>
    public static string Assemble(string repository, string models)
    {
        var (own, shared) = (Path.Combine(repository, "bench", "models", Id), Path.Combine(repository, "models", Base));
        var folder = Path.Combine(models, Id);
        foreach (var name in Files(own).Append("model.json").Append("testdata/reference.json"))
        {
            var source = new[] { Path.Combine(own, name), Path.Combine(shared, name) }.FirstOrDefault(File.Exists)
                ?? throw new FileNotFoundException($"{name} is neither in {own} nor in {shared}.", name);
            var target = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target, overwrite: true);
        }

        return folder;
    }

    private static string[] Files(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "model.json")));
        return [.. manifest.RootElement.GetProperty("files").EnumerateObject().Select(file => file.Name)];
    }
}
