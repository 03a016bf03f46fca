using Creative.Labeling.Tests.Hosting;
using Microsoft.Playwright;

namespace Creative.Labeling.Tests.Showcase;

/// <summary>Every page, in both languages and both themes: it opens without an error, breaks no rule of accessibility, and has its picture taken.</summary>
[Collection(ChromiumTests.Name)]
public sealed class EveryPageTests(Chromium chromium)
{
    private const string Coins = $"/projects/{Workplace.Project}";

    private static readonly (string Name, string Path)[] LeadPages =
    [
        ("projects", "/"), ("dashboard", Coins + "/dashboard"), ("items", Coins + "/items"),
        ("rounds", "/rounds"), ("raters", "/raters"), ("admin-projects", "/admin/projects"), ("dimensions", "/dimensions"),
    ];

    [ChromiumFact]
    public async Task Opens_breaks_no_rule_and_has_its_picture_taken()
    {
        var (place, designer, lead) = await TwoWeeks.BuildAsync(Camera.ForDocumentation);
        await using var _ = place;
        await using var light = await ContextAsync("en-GB", ColorScheme.Light, 1440, 900);
        await using var dark = await ContextAsync("zh-CN", ColorScheme.Dark, 1440, 900);
        await VisitAsync(light, place, lead, "en-light");
        await VisitAsync(dark, place, lead, "zh-dark");
        await ScoreAsync(dark, place, designer, "zh-dark");
        await using var small = await ContextAsync("en-GB", ColorScheme.Light, 1280, 720);
        await ScoreAsync(small, place, await place.AddRaterAsync("ana"), "en-light-13-inch");
        await using var large = await ContextAsync("en-GB", ColorScheme.Dark, 1920, 1080, scale: 2);
        await ScoreAsync(large, place, await place.AddRaterAsync("bo"), "en-dark-4k");
    }

    private static async Task VisitAsync(IBrowserContext context, Workplace place, string key, string kind)
    {
        var page = await context.NewPageAsync();
        var errors = Listen(page);
        await page.GotoAsync(place.Url + "/sign-in");
        await Accessibility.CheckAsync(page, "sign-in");
        await Camera.TakeAsync(page, $"sign-in-{kind}");
        await StationPage.SignInAsync(page, place, key);
        if (kind.StartsWith("zh", StringComparison.Ordinal))
        {
            // What is chosen in the menu goes before what the rater is kept with.
            await page.Locator(".menu summary").ClickAsync();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "中文" }).ClickAsync();
            await page.Locator("html[lang=zh-CN]").WaitForAsync();
        }

        foreach (var (name, path) in LeadPages)
        {
            var answer = await page.GotoAsync(place.Url + path);
            // Images below the fold come when they are scrolled to.
            await page.WaitForFunctionAsync("() => [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight)");
            Assert.Equal(200, answer!.Status);
            await Accessibility.CheckAsync(page, $"{name}-{kind}");
            await Camera.TakeAsync(page, $"{name}-{kind}", whole: name != "items");
        }

        await page.GotoAsync(place.Url + Coins + "/items?verdict=Usable");
        await page.Locator(".tile").First.ClickAsync();
        await page.Locator("ol.history").WaitForAsync();
        await Accessibility.CheckAsync(page, $"item-{kind}");
        await Camera.TakeAsync(page, $"item-{kind}", whole: true);
        Assert.Empty(errors);
        await page.CloseAsync();
    }

    private static async Task ScoreAsync(IBrowserContext context, Workplace place, string key, string kind)
    {
        var station = await StationPage.OpenAsync(context, place, key);
        var errors = Listen(station.Page);
        // The worked examples first.
        await station.TryExampleAsync("2", "2", "2", "Enter");
        await Accessibility.CheckAsync(station.Page, $"practice-{kind}");
        await TakeAsync(station.Page, "practice", kind);
        await station.GoOnAsync();
        for (var i = 1; i < TwoWeeks.Examples; i++)
        {
            await station.TryExampleAsync("1", "Enter");
            await station.GoOnAsync();
        }

        await station.GoOnAsync();
        await station.PressAsync("2", "2", "3", "m", "ArrowUp", "ArrowRight");
        await station.Page.Locator("#mark-menu:not([hidden])").WaitForAsync();
        await Accessibility.CheckAsync(station.Page, $"marking-{kind}");
        await TakeAsync(station.Page, "marking", kind);
        await station.PressAsync("1");
        await Accessibility.CheckAsync(station.Page, $"station-{kind}");
        await TakeAsync(station.Page, "station", kind);
        foreach (var name in new[] { "help", "flag" })
        {
            var dialog = station.Page.Locator($"dialog#{name}");
            await station.Page.Locator($"[data-action={name}]").ClickAsync();
            await dialog.WaitForAsync();
            await Accessibility.CheckAsync(station.Page, $"{name}-{kind}");
            await TakeAsync(station.Page, name, kind);
            await dialog.Locator(".actions button").Last.ClickAsync();
            await dialog.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        }

        await station.Page.Locator("[data-action=keys]").ClickAsync();
        await Accessibility.CheckAsync(station.Page, $"keys-{kind}");
        await TakeAsync(station.Page, "keys", kind);
        await station.Page.GotoAsync(place.Url + Coins + "/progress");
        await Accessibility.CheckAsync(station.Page, $"progress-{kind}");
        await TakeAsync(station.Page, "progress", kind);
        Assert.Empty(errors);
        await station.Page.CloseAsync();
    }

    // One picture of each window; of the other screens what their size changes.
    private static Task TakeAsync(IPage page, string name, string kind) =>
        name == "station" || kind == "zh-dark" || (name, kind) == ("marking", "en-light-13-inch") ? Camera.TakeAsync(page, $"{name}-{kind}") : Task.CompletedTask;

    private Task<IBrowserContext> ContextAsync(string locale, ColorScheme scheme, int width, int height, float scale = 1) => chromium.Browser.NewContextAsync(new BrowserNewContextOptions
    {
        Locale = locale,
        ColorScheme = scheme,
        ReducedMotion = ReducedMotion.Reduce,
        DeviceScaleFactor = scale,
        ViewportSize = new ViewportSize { Width = width, Height = height },
    });

    // What the browser complains about: scripts that failed, and what the policy forbids.
    private static List<string> Listen(IPage page)
    {
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        return errors;
    }
}
