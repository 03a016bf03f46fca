using System.Text;
using Creative.Contract.V1;
using Creative.Server.Hosting;

namespace Creative.Server.Labeling.Access;

/// <summary>At the first start makes the rater who can make the others. The key goes to a file that only the owner of the server can read.</summary>
public sealed class FirstAdmin(RaterDirectory raters, ServerOptions options, TimeProvider clock, ILogger<FirstAdmin> logger)
{
    public const string FileName = "admin.key";

    private const string Id = "admin";

    /// <summary>Does nothing when there is a rater already.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (raters.All.Count > 0)
        {
            return;
        }

        // The file first: an admin whose key nobody has could never be replaced.
        var path = Path.Combine(options.Data, FileName);
        var key = RaterKey.Create();
        Write(path, key);
        var rater = new Rater { Id = Id, Name = "Admin", Role = RaterRole.Admin, Locale = "en" };
        await raters.PutAsync(rater, key, clock.GetUtcNow(), cancellation);
        Log.FirstAdminMade(logger, path);
    }

    private static void Write(string path, string key)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(key + "\n"));
        file.Flush(flushToDisk: true);
    }
}
