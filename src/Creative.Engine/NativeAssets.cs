using System.Runtime.InteropServices;

namespace Creative.Engine;

/// <summary>
/// Where the native libraries and the fonts lie: the <c>node_modules</c> folder that <c>npm ci</c> makes in <c>deps/</c>.
/// It is named by CREATIVE_NATIVES, or found by walking up from the program's own folder.
/// </summary>
public static class NativeAssets
{
    private const string RootVariable = "CREATIVE_NATIVES";

    private static readonly Lazy<string> Root = new(FindRoot);

    /// <summary>"linux-x64", "linux-arm64" …: the way npm packages spell this machine.</summary>
    public static string Platform { get; } =
        $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>Full path of a file or folder inside <c>node_modules</c>.</summary>
    /// <param name="parts">Relative path, part by part.</param>
    /// <exception cref="FileNotFoundException">It is not installed; the message says how to.</exception>
    public static string PathTo(params string[] parts)
    {
        var path = Path.Combine([Root.Value, .. parts]);
        return Path.Exists(path)
            ? path
            : throw new FileNotFoundException($"{path} is not installed: run ./creative build.", path);
    }

    /// <summary>The one file in a folder of <c>node_modules</c> whose name matches a pattern such as <c>libvips-cpp.so.*</c>.</summary>
    /// <exception cref="FileNotFoundException">There is none; the message says how to install it.</exception>
    public static string FileIn(string pattern, params string[] folder)
    {
        var path = PathTo(folder);
        return Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new FileNotFoundException($"{path} has no {pattern}: run ./creative build.");
    }

    private static string FindRoot()
    {
        if (Environment.GetEnvironmentVariable(RootVariable) is { Length: > 0 } named)
        {
            return Directory.Exists(named)
                ? Path.GetFullPath(named)
                : throw new FileNotFoundException($"{RootVariable} names {named}, which is not a folder.", named);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "deps", "node_modules");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException(
            $"The native libraries are not installed: no deps/node_modules above {AppContext.BaseDirectory}. Run ./creative build, or set {RootVariable}.");
    }
}
