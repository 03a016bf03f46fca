using Creative.Labeling.Tests.Hosting;
using Microsoft.Playwright;

namespace Creative.Labeling.Tests.Station;

/// <summary>Whatever goes wrong around the browser, each judgement arrives, once.</summary>
[Collection(ChromiumTests.Name)]
public sealed class NothingIsLostTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task A_refresh_goes_on_where_it_was_half_answers_included()
    {
        await using var place = await Workplace.WithItemsAsync(10);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var judged = await station.JudgeAsync();
        var item = await station.ItemAsync();
        await station.PressAsync("1", "3");
        await station.Page.Locator(".dimension.given").WaitForAsync();

        await station.GoAsync(place);
        await station.ShowsAsync(item);
        Assert.Equal(1, await station.Page.Locator(".dimension.given").CountAsync());
        var rest = await station.Page.Locator(".dimension").CountAsync() - 1;
        await station.PressAsync([.. Enumerable.Repeat("4", rest)]);
        await station.LeftAsync(item);
        await station.SavedAsync();

        Assert.Equal([judged, item], (await place.EventsAsync(key)).Select(stored => stored.Event.ItemId));
    }

    [ChromiumFact]
    public async Task Two_tabs_get_different_items_and_share_what_waits()
    {
        await using var place = await Workplace.WithItemsAsync(80);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var first = await StationPage.OpenAsync(context, place, key);
        var second = await StationPage.OpenAsync(context, place, key);

        const int Each = 6;
        await first.FetchedAsync(Each);
        await second.FetchedAsync(Each);

        await context.SetOfflineAsync(true);
        var judged = new List<string>();
        for (var i = 0; i < Each; i++)
        {
            await first.Page.BringToFrontAsync();
            judged.Add(await first.JudgeAsync());
            await second.Page.BringToFrontAsync();
            judged.Add(await second.JudgeAsync());
        }

        await first.StateAsync("offline", 2 * Each);
        await second.StateAsync("offline", 2 * Each);
        // The first tab goes; the second sends for both.
        await first.Page.CloseAsync();
        await context.SetOfflineAsync(false);
        await second.SavedAsync();

        Assert.Equal(2 * Each, judged.Distinct().Count());
        Assert.Equal(judged.Order(), (await place.EventsAsync(key)).Select(stored => stored.Event.ItemId).Order());
    }

    [ChromiumFact]
    public async Task A_new_tab_takes_over_the_images_of_one_that_was_closed()
    {
        await using var place = await Workplace.WithItemsAsync(5);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var closed = await StationPage.OpenAsync(context, place, key);
        var item = await closed.ItemAsync();
        await closed.Page.CloseAsync();

        var station = await StationPage.OpenAsync(context, place, key);
        await station.ShowsAsync(item);
    }

    [ChromiumFact]
    public async Task Work_goes_on_without_a_connection_until_the_pool_is_empty()
    {
        const int Items = 12;
        await using var place = await Workplace.WithItemsAsync(Items);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        await station.FetchedAsync(Items);

        await context.SetOfflineAsync(true);
        for (var i = 0; i < Items; i++)
        {
            await station.JudgeAsync();
        }

        await station.StateAsync("offline", Items);
        await station.Screen.GetByText("No connection").WaitForAsync();
        await context.SetOfflineAsync(false);
        await station.SavedAsync();
        Assert.Equal(Items, (await place.EventsAsync(key)).Select(stored => stored.Event.ItemId).Distinct().Count());
    }

    [ChromiumFact]
    public async Task The_station_comes_up_again_while_the_app_is_away()
    {
        await using var place = await Workplace.WithItemsAsync(12);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        await station.KeptForOfflineAsync();
        var url = station.Page.Url;
        var judged = new List<string> { await station.JudgeAsync() };
        await station.SavedAsync();

        await place.StopAppAsync();
        judged.Add(await station.JudgeAsync());
        await station.PressAsync("1", "3");
        await station.Page.Locator(".dimension.given").WaitForAsync();
        judged.Add(await station.ItemAsync());
        await station.Page.GotoAsync(url);
        await station.ShowsAsync(judged[^1]);
        var rest = await station.Page.Locator(".dimension:not(.given)").CountAsync();
        await station.PressAsync([.. Enumerable.Repeat("4", rest)]);
        await station.LeftAsync(judged[^1]);
        await station.StateAsync("offline", 2);

        await place.StartAppAgainAsync();
        await station.SavedAsync();
        Assert.Equal(judged, (await place.EventsAsync(key)).Select(stored => stored.Event.ItemId));
    }

    [ChromiumFact]
    public async Task Nobody_is_shown_the_station_of_who_signed_out()
    {
        await using var place = await Workplace.WithItemsAsync(12);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        await station.KeptForOfflineAsync();
        var url = station.Page.Url;
        await station.Page.Locator(".menu summary").ClickAsync();
        await station.Page.GetByText("Sign out").ClickAsync();
        await station.Page.Locator("#key").WaitForAsync();

        await place.StopAppAsync();
        await Assert.ThrowsAsync<PlaywrightException>(() => station.Page.GotoAsync(url));
        await place.StartAppAgainAsync();
    }

    [ChromiumFact]
    public async Task What_a_page_sends_after_somebody_else_signed_in_is_kept_for_its_own_designer()
    {
        await using var place = await Workplace.WithItemsAsync(60);
        var (one, other) = (await place.AddRaterAsync("designer-1"), await place.AddRaterAsync("designer-2"));
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, one);
        await StationPage.SignInAsync(await context.NewPageAsync(), place, other);
        await station.Page.BringToFrontAsync();

        var judged = await station.JudgeAsync();
        await station.StateAsync("signed-out", 1);
        Assert.Empty(await place.EventsAsync(other));

        await StationPage.SignInAsync(station.Page, place, one);
        await station.GoAsync(place);
        await station.SavedAsync();
        Assert.Equal(judged, Assert.Single(await place.EventsAsync(one)).Event.ItemId);
    }

    [ChromiumFact]
    public async Task A_restart_of_the_server_in_the_middle_costs_nothing()
    {
        await using var place = await Workplace.WithItemsAsync(40);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var judged = new List<string> { await station.JudgeAsync(), await station.JudgeAsync() };

        await place.StopServerAsync();
        for (var i = 0; i < 5; i++)
        {
            judged.Add(await station.JudgeAsync());
        }

        await station.Page.Locator("#saving[data-state=offline]").WaitForAsync();
        await place.StartServerAgainAsync();
        judged.Add(await station.JudgeAsync());
        await station.SavedAsync();
        Assert.Equal(judged, (await place.EventsAsync(key)).Select(stored => stored.Event.ItemId));
    }

    [ChromiumFact]
    public async Task An_answer_that_got_lost_on_the_way_back_is_asked_for_again_and_stored_once()
    {
        await using var place = await Workplace.WithItemsAsync(10);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var lost = 0;
        await station.Page.RouteAsync("**/api/events", async route =>
        {
            // The server gets it, the browser never hears of it.
            await route.FetchAsync();
            if (lost++ < 2)
            {
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        var judged = await station.JudgeAsync();
        await station.SavedAsync();
        Assert.InRange(lost, 3, 10);
        Assert.Equal(judged, Assert.Single(await place.EventsAsync(key)).Event.ItemId);
    }

    [ChromiumFact]
    public async Task What_the_server_refuses_is_shown_with_its_reason_and_kept()
    {
        await using var place = await Workplace.WithItemsAsync(10);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        // The page still asks for every dimension.
        await place.PutProjectAsync(project => project.Dimensions.Add("shape"));
        await station.JudgeAsync();
        await station.StateAsync("saved", 0);

        await station.Saving.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Contains("not among shape", await station.Page.Locator("#refused-list").InnerTextAsync(), StringComparison.Ordinal);
        await station.GoAsync(place);
        await station.Saving.GetByRole(AriaRole.Button).WaitForAsync();
        Assert.Empty(await place.EventsAsync(key));
    }

    [ChromiumFact]
    public async Task Work_of_another_designer_on_the_same_browser_waits_for_that_designer()
    {
        await using var place = await Workplace.WithItemsAsync(60);
        var (one, other) = (await place.AddRaterAsync("designer-1"), await place.AddRaterAsync("designer-2"));
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, one);
        await station.Page.RouteAsync("**/api/events", route => route.AbortAsync());
        var judged = await station.JudgeAsync();
        await station.StateAsync("offline", 1);
        await station.Page.CloseAsync();

        var next = await StationPage.OpenAsync(context, place, other);
        await next.SavedAsync();
        Assert.Empty(await place.EventsAsync(other));
        await next.Page.CloseAsync();

        var again = await StationPage.OpenAsync(context, place, one);
        await again.SavedAsync();
        Assert.Equal(judged, Assert.Single(await place.EventsAsync(one)).Event.ItemId);
    }
}
