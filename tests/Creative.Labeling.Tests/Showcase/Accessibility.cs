using System.Text.Json;
using Microsoft.Playwright;

namespace Creative.Labeling.Tests.Showcase;

/// <summary>The rules of axe-core for WCAG 2.2 A and AA, run on a page as it stands.</summary>
internal static class Accessibility
{
    private const string Run =
        "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations" +
        ".flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`))";

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    public static async Task CheckAsync(IPage page, string name)
    {
        // The page's own policy lets no foreign script in; the test's goes around it.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        var faults = (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(fault => fault.GetString()!).ToList();
        Assert.True(faults.Count == 0, $"{name}: {string.Join(Environment.NewLine, faults)}");
    }
}
