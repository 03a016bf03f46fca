using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Creative.Engine.Tests.Models;

/// <summary>A folder of models of its own, to be spoilt by a test.</summary>
internal sealed class ModelFolder : IDisposable
{
    private ModelFolder(string path) => Path = path;

    /// <value>With one sub-folder for each model.</value>
    public string Path { get; }

    /// <summary>The folder of the tests' own models; not to be changed.</summary>
    public static string Tiny { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Models");

    /// <summary>A copy of some models of a folder.</summary>
    public static ModelFolder CopyOf(string folder, params string[] ids)
    {
        var copy = new ModelFolder(Directory.CreateTempSubdirectory("creative-models-").FullName);
        foreach (var id in ids)
        {
            var from = System.IO.Path.Combine(folder, id);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = System.IO.Path.Combine(copy.Path, id, System.IO.Path.GetRelativePath(from, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }

        return copy;
    }

    public string PathOf(string id, string name) => System.IO.Path.Combine(Path, id, name);

    /// <summary>Puts another file in a model's place, and its hash into model.json.</summary>
    public void Replace(string id, string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(id, name), bytes);
        Edit(id, json => json["files"]![name] = Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public void Edit(string id, Action<JsonNode> edit)
    {
        var path = PathOf(id, ModelManifest.FileName);
        var json = JsonNode.Parse(File.ReadAllBytes(path))!;
        edit(json);
        File.WriteAllText(path, json.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
