using System.Security.Cryptography;

namespace Creative.Labeling.Hosting;

/// <summary>Which program a judgement was made with: kept with every event.</summary>
internal static class UiVersion
{
    private const int Digits = 12;

    /// <value>The first digits of the SHA-256 of all that runs in the browser, names and content.</value>
    public static string Current { get; } = Of(Path.Combine(AppContext.BaseDirectory, "wwwroot", "js"));

    private static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*.js", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }
}
