using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Creative.Engine.Imaging.Native;

/// <summary>
/// A fontconfig file that names the fonts next to the program and nothing else, so that text looks the same on every
/// machine. It lies in the user's cache folder, under a name made from its content.
/// </summary>
internal static class FontConfiguration
{
    private static readonly (string Name, string Type, string Value)[] Rendering =
    [
        ("antialias", "bool", "true"), ("hinting", "bool", "false"), ("autohint", "bool", "false"),
        ("hintstyle", "const", "hintnone"), ("rgba", "const", "none"),
    ];

    /// <summary>Folder of the installed fonts.</summary>
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "fonts");

    /// <summary>Writes the file if it is not there yet.</summary>
    /// <returns>Its full path.</returns>
    internal static string Write()
    {
        var cache = Path.Combine(CacheRoot(), "creative", "fonts");
        Directory.CreateDirectory(cache);
        var document = Document(cache);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))[..16];
        var path = Path.Combine(cache, $"{name}.conf");
        if (!File.Exists(path))
        {
            // Written aside and renamed: another process may be starting too.
            var draft = Path.Combine(cache, $"{name}.{Guid.NewGuid():N}");
            File.WriteAllText(draft, document);
            File.Move(draft, path, overwrite: true);
        }

        return path;
    }

    private static string Document(string cache) =>
        new XDocument(
            new XDocumentType("fontconfig", null, "fonts.dtd", null),
            new XElement(
                "fontconfig",
                new XElement("dir", Folder),
                new XElement("cachedir", cache),
                new XElement(
                    "match",
                    new XAttribute("target", "font"),
                    Rendering.Select(setting => new XElement(
                        "edit",
                        new XAttribute("name", setting.Name),
                        new XAttribute("mode", "assign"),
                        new XElement(setting.Type, setting.Value)))))).ToString();

    private static string CacheRoot()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named)
        {
            return named;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 0 ? Path.Combine(home, ".cache") : Path.GetTempPath();
    }
}
