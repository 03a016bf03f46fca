using System.Security.Cryptography;
using System.Text.Json;

namespace Creative.Cli.Datasets;

/// <summary>Compares the files of an export with its manifest.json.</summary>
internal static class ExportVerification
{
    private const string ManifestName = "manifest.json";

    /// <returns>How many files the manifest lists, and everything that differs.</returns>
    /// <exception cref="CliException">There is no manifest that can be read.</exception>
    public static async Task<(int Files, IReadOnlyList<Problem> Problems)> RunAsync(string folder, CancellationToken cancellation)
    {
        var listed = await ReadAsync(Path.Combine(folder, ManifestName), cancellation);
        var problems = new List<Problem>();
        foreach (var (path, bytes, sha256) in listed)
        {
            var file = new FileInfo(Path.Combine(folder, path));
            if (!file.Exists)
            {
                problems.Add(new Problem(path, "is missing"));
            }
            else if (file.Length != bytes)
            {
                problems.Add(new Problem(path, $"has {file.Length} bytes, not {bytes}"));
            }
            else
            {
                await using var stream = file.OpenRead();
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation)) != sha256)
                {
                    problems.Add(new Problem(path, "was altered"));
                }
            }
        }

        var known = listed.Select(file => file.Path).Append(ManifestName).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !known.Contains(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new Problem(path, "is not in the manifest")));
        return (listed.Count, problems);
    }

    private static async Task<IReadOnlyList<(string Path, long Bytes, string Sha256)>> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellation);
            return [.. json.RootElement.GetProperty("files").EnumerateArray().Select(file =>
                (file.GetProperty("path").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!))];
        }
        catch (Exception fault) when (fault is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw CliException.BadInput("There is no manifest that can be read.", new Problem(path, fault.Message));
        }
    }
}
