namespace Creative.Engine.Folders;

/// <summary>
/// A file of a model folder, which somebody else may have made: its name has to stay inside the folder, also after symbolic
/// links are followed, and it is read up to a bound.
/// </summary>
internal static class FolderFile
{
    /// <summary>Bytes of the largest settings file; the real ones have a few thousand.</summary>
    public const long MostSettings = 1 << 20;

    /// <summary>Bytes of the largest vocabulary or list of merges; CLIP's have about a million.</summary>
    public const long MostWords = 16 << 20;

    private const int MostLinks = 40;

    /// <summary>True for a path such as "unet/model.onnx", with forward slashes, that cannot lead out of a folder by its parts.</summary>
    public static bool IsInside(string name) =>
        name.Length is > 0 and <= 1024
        && !Path.IsPathRooted(name)
        && !name.Any(c => c is '\\' or ':' || char.IsControl(c))
        && !name.Split('/').Any(part => part is "" or "." or "..");

    /// <summary>Null for a plain file inside the folder that holds something; else what is wrong with it, in words that begin with its name.</summary>
    public static string? Complaint(string folder, string name)
    {
        if (!IsInside(name))
        {
            return $"'{name}' is not a path inside the folder";
        }

        var path = Path.Combine([folder, .. name.Split('/')]);
        if (!File.Exists(path))
        {
            return $"{name} is missing";
        }

        var root = Follow(Path.GetFullPath(folder));
        if (root is null || Follow(Path.GetFullPath(path)) is not { } real || !real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return $"{name} is a symbolic link that leads out of the folder";
        }

        // Also what a pipe or a device says; reading one of those might never end.
        return new FileInfo(real).Length > 0 ? null : $"{name} is empty or not a plain file";
    }

    /// <summary>Bytes of a file or, of a symbolic link, of what it leads to.</summary>
    public static long Length(string path)
    {
        using var file = File.OpenRead(path);
        return file.Length;
    }

    /// <exception cref="InvalidModelException">The file is larger; it is not read.</exception>
    public static byte[] Read(string path, long most)
    {
        using var file = File.OpenRead(path);
        if (file.Length > most)
        {
            throw new InvalidModelException(path, $"has {file.Length} bytes, expected at most {most}");
        }

        // The length that was checked, even when the file grows meanwhile.
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The path with every symbolic link followed; null when there are too many.</summary>
    private static string? Follow(string path)
    {
        var (links, real) = (0, Path.GetPathRoot(path)!);
        var rest = new Stack<string>(path[real.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        while (rest.TryPop(out var part))
        {
            if (part is "." or "..")
            {
                real = part == "." ? real : Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var piece in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                rest.Push(piece);
            }
        }

        return real;
    }
}
