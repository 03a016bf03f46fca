using Xunit;

namespace Creative.Engine.Tests.Imaging;

/// <summary>A test that needs a Chromium: CHROMIUM names it, or it lies where Debian puts it. Without one it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    private static readonly string?[] Candidates = [Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public ChromiumTheoryAttribute() => Skip = Path is null ? "There is no Chromium here (apt-get install chromium)." : null;

    /// <summary>Null where the test is skipped.</summary>
    public static string? Path { get; } = Candidates.FirstOrDefault(File.Exists);
}
