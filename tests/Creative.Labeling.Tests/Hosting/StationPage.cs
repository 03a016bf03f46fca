using Microsoft.Playwright;

namespace Creative.Labeling.Tests.Hosting;

/// <summary>A browser tab on the scoring station, and what a designer does there.</summary>
internal sealed class StationPage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Stage => Page.Locator("#stage");

    public ILocator Screen => Page.Locator("#screen");

    public ILocator Saving => Page.Locator("#saving");

    public ILocator Question => Page.Locator(".question");

    /// <summary>Signs in and opens the station of the project.</summary>
    public static async Task<StationPage> OpenAsync(IBrowserContext context, Workplace place, string key, string query = "")
    {
        var page = await context.NewPageAsync();
        await SignInAsync(page, place, key);
        var station = new StationPage(page);
        await station.GoAsync(place, query);
        return station;
    }

    public static async Task SignInAsync(IPage page, Workplace place, string key)
    {
        await page.GotoAsync(place.Url + "/sign-in");
        await page.FillAsync("#key", key);
        await page.PressAsync("#key", "Enter");
        // What only who is signed in sees. Not the address or a load event: those may have been before the wait began.
        await page.Locator("header.top nav").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public async Task GoAsync(Workplace place, string query = "")
    {
        await Page.GotoAsync($"{place.Url}/projects/{Workplace.Project}/station{query}");
        await ReadyAsync();
    }

    /// <summary>An image or a screen is there.</summary>
    public Task ReadyAsync() => Page.Locator("#stage[data-item], #screen:not([hidden]):has(button), #screen.rest").First.WaitForAsync();

    /// <summary>The id of the item on the screen.</summary>
    public async Task<string> ItemAsync() => await Stage.GetAttributeAsync("data-item") ?? "";

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Waits until another item than this one is on the screen.</summary>
    public Task LeftAsync(string item) => Page.Locator($"#stage:not([data-item='{item}'])").WaitForAsync();

    public Task ShowsAsync(string item) => Page.Locator($"#stage[data-item='{item}']").WaitForAsync();

    /// <summary>Waits until so many images were fetched ahead: without a connection no more come.</summary>
    public Task FetchedAsync(int images) =>
        Page.WaitForFunctionAsync("n => performance.getEntriesByType('resource').filter((one) => one.name.includes('/image')).length >= n", images);

    /// <summary>Judges what is on the screen, or comes next, as usable, with this score in every dimension, and waits until it has left.</summary>
    /// <returns>The item that was judged.</returns>
    public async Task<string> JudgeAsync(int score = 4)
    {
        await Page.Locator("#stage[data-item]").WaitForAsync();
        var item = await ItemAsync();
        await PressAsync("1");
        var dimensions = await Page.Locator(".dimension").CountAsync();
        await PressAsync([.. Enumerable.Repeat($"{score}", dimensions)]);
        await LeftAsync(item);
        return item;
    }

    /// <summary>Answers a worked example and waits for the answer agreed on.</summary>
    public async Task TryExampleAsync(params string[] keys)
    {
        await PressAsync(keys);
        await Page.Locator("#screen.answer").WaitForAsync();
    }

    /// <summary>Leaves a screen that waits for it.</summary>
    public async Task GoOnAsync()
    {
        var title = await Page.Locator("#screen h2").InnerTextAsync();
        await PressAsync("Enter");
        await Page.Locator($"#screen[hidden], #screen:not(:has(h2:text-is('{title}')))").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
    }

    /// <summary>Waits until the server has everything.</summary>
    public Task SavedAsync() => Page.Locator("#saving[data-state=saved][data-waiting='0']").WaitForAsync();

    /// <summary>Waits until the browser has what the station needs to come up by itself, and the worker that hands it out.</summary>
    public Task KeptForOfflineAsync() => Page.WaitForFunctionAsync(
        "async () => navigator.serviceWorker.controller !== null && (await caches.match(location.href)) !== undefined");

    /// <summary>Waits for a state of the line that says where the work is: "saved", "waiting", "offline", "signed-out".</summary>
    public Task StateAsync(string state, int waiting) => Page.Locator($"#saving[data-state={state}][data-waiting='{waiting}']").WaitForAsync();
}
