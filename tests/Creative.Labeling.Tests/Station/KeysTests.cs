using Creative.Labeling.Tests.Hosting;

namespace Creative.Labeling.Tests.Station;

/// <summary>Keys belong to the designer.</summary>
[Collection(ChromiumTests.Name)]
public sealed class KeysTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task A_key_can_be_changed_a_taken_one_is_refused_and_the_choice_is_kept()
    {
        await using var place = await Workplace.WithItemsAsync(4);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);

        await station.Page.Locator("[data-action=keys]").ClickAsync();
        var skip = station.Page.Locator("#keys-list li").Filter(new() { HasText = "Skip image" }).GetByRole(Microsoft.Playwright.AriaRole.Button);
        await skip.ClickAsync();
        await station.PressAsync("f");
        await station.Page.GetByText("That key belongs to: Flag").WaitForAsync();
        await skip.ClickAsync();
        await station.PressAsync("x");
        Assert.Equal("X", await skip.InnerTextAsync());
        await station.GoAsync(place);

        var item = await station.ItemAsync();
        await station.PressAsync("s");
        Assert.Equal(item, await station.ItemAsync());
        await station.PressAsync("x");
        await station.LeftAsync(item);
    }

    [ChromiumFact]
    public async Task Switched_off_single_keys_do_nothing_and_the_buttons_still_work()
    {
        await using var place = await Workplace.WithItemsAsync(4);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        await station.Page.Locator("[data-action=keys]").ClickAsync();
        await station.Page.Locator("#keys-on").UncheckAsync();
        await station.PressAsync("Escape");
        var item = await station.ItemAsync();

        await station.PressAsync("s", "1", "j");
        Assert.Equal(item, await station.ItemAsync());
        Assert.Equal("false", await station.Page.Locator("#verdict-usable").GetAttributeAsync("aria-pressed"));
        // Tab and Enter alone.
        await station.Page.Locator("#verdict-unsure").FocusAsync();
        await station.PressAsync("Enter");
        await station.Page.Locator("#verdict-unsure[aria-pressed=true]").WaitForAsync();
        await station.Page.Locator("[data-action=finish]").FocusAsync();
        await station.PressAsync("Enter");
        await station.LeftAsync(item);
        await station.SavedAsync();
        Assert.Equal(item, Assert.Single(await place.EventsAsync(key)).Event.ItemId);
    }

    [ChromiumFact]
    public async Task The_numeric_pad_does_it_all()
    {
        await using var place = await Workplace.WithItemsAsync(4);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var item = await station.ItemAsync();

        await station.PressAsync("Numpad1", "Numpad4", "NumpadSubtract", "Numpad5", "NumpadEnter");
        await station.LeftAsync(item);
        await station.SavedAsync();
        Assert.Equal(("colour_matching", 5), Assert.Single(Assert.Single(await place.EventsAsync(key)).Event.Scores.Select(score => (score.Key, score.Value))));
    }
}
