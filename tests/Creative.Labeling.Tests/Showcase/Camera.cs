using Creative.Server.Tests.Hosting;
using Microsoft.Playwright;

namespace Creative.Labeling.Tests.Showcase;

/// <summary>Takes pictures of pages: into the documentation where CREATIVE_SCREENSHOTS is "docs", else beside the results.</summary>
internal static class Camera
{
    public static bool ForDocumentation { get; } = Environment.GetEnvironmentVariable("CREATIVE_SCREENSHOTS") == "docs";

    private static string Folder { get; } = Directory.CreateDirectory(ForDocumentation
        ? Path.Combine(Repository.Root, "docs", "images", "labeling")
        : Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;

    public static async Task TakeAsync(IPage page, string name, bool whole = false)
    {
        var file = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), FullPage = whole });
        Assert.True(file.Length > 4000, $"{name} is almost empty: {file.Length} bytes");
    }
}
