using System.Security.Cryptography;
using Creative.Core.Datasets.Identity;

namespace Creative.Server.Datasets.Material;

/// <summary>
/// The secret that raters' pseudonyms are made with. Made at first need, in a file that only the owner of the server can read;
/// who deletes it makes all pseudonyms that were ever exported unlinkable to the raters for good.
/// </summary>
internal static class PseudonymKey
{
    private const string FileName = "pseudonyms.key";
    private const int Length = 32;

    /// <param name="folder">Of the data.</param>
    public static Pseudonyms Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            var unfinished = $"{path}.{Guid.NewGuid():N}";
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(Length));
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
        }

        return new Pseudonyms(File.ReadAllBytes(path));
    }
}
