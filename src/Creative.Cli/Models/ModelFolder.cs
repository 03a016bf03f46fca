using System.Security.Cryptography;
using System.Text.Json;
using Creative.Cli.Reading;
using Creative.Contract.V1;

namespace Creative.Cli.Models;

/// <summary>A model folder to be sent: every file in it with its hash.</summary>
internal sealed record ModelFolder(string Path, RegisterHeader Header, IReadOnlyList<RegisterFile> Files)
{
    private const string ManifestName = "model.json";
    private const long LargestText = 1 << 20;

    /// <exception cref="CliException">It is no model folder.</exception>
    public static ModelFolder Read(string folder, ModelOrigin origin)
    {
        var manifest = System.IO.Path.Combine(folder, ManifestName);
        var json = InputFile.Read(manifest, LargestText);
        try
        {
            using var document = JsonDocument.Parse(json);
            var header = new RegisterHeader
            {
                ModelId = document.RootElement.GetProperty("id").GetString() ?? "",
                Version = document.RootElement.GetProperty("version").GetString() ?? "",
                Origin = origin,
            };
            return new ModelFolder(folder, header, [.. Names(folder).Select(name => Describe(folder, name))]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw CliException.BadInput($"{folder} is no model folder.", new Problem(ManifestName, fault.Message));
        }
    }

    /// <summary>The text of a file; nothing where none is named.</summary>
    public static string Text(string? path) => path is null ? "" : System.Text.Encoding.UTF8.GetString(InputFile.Read(path, LargestText));

    public string PathOf(RegisterFile file) => System.IO.Path.Combine(Path, file.Path);

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(folder, file).Replace(System.IO.Path.DirectorySeparatorChar, '/'))
        .Where(name => !name.Split('/').Any(part => part.StartsWith('.')))
        .Order(StringComparer.Ordinal);

    private static RegisterFile Describe(string folder, string name)
    {
        using var file = File.OpenRead(System.IO.Path.Combine(folder, name));
        return new RegisterFile { Path = name, ByteSize = file.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) };
    }
}
