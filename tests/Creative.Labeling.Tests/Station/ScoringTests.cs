using Creative.Contract.V1;
using Creative.Labeling.Tests.Hosting;
using Google.Protobuf;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Creative.Labeling.Tests.Station;

/// <summary>A designer at work, with the keyboard alone.</summary>
[Collection(ChromiumTests.Name)]
public sealed class ScoringTests(Chromium chromium, ITestOutputHelper output)
{
    [ChromiumFact]
    public async Task Two_hundred_images_by_keyboard_none_waited_for_none_lost()
    {
        const int Images = 200;
        await using var place = await Workplace.WithItemsAsync(Images + 20);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);

        var judged = new List<string>();
        for (var i = 0; i < Images; i++)
        {
            judged.Add(await station.JudgeAsync(1 + i % 5));
        }

        await station.SavedAsync();
        Assert.Equal(Images, judged.Distinct().Count());
        var events = await place.EventsAsync(key);
        Assert.Equal(judged, events.Select(stored => stored.Event.ItemId));
        Assert.All(events, stored => Assert.Equal((EventKind.Score, Verdict.Usable), (stored.Event.Kind, stored.Event.Verdict)));
        Assert.Equal(Enumerable.Range(0, Images).Select(i => 1 + i % 5), events.Select(stored => stored.Event.Scores.Values.Distinct().Single()));
        Assert.All(events, stored => Assert.True(stored.Event.ShownAt <= stored.Event.DecidedAt));

        var waited = await station.Page.EvaluateAsync<string[]>("() => performance.getEntriesByName('image-waited').slice(1).map((mark) => mark.detail)");
        Assert.Empty(waited);
        var times = await station.Page.EvaluateAsync<double[]>("() => performance.getEntriesByName('key-to-image').map((one) => one.duration).sort((a, b) => a - b)");
        Assert.InRange(times.Length, Images, Images + 1);
        output.WriteLine($"key to image, ms: p50 {times[times.Length / 2]:0.0}, p95 {times[times.Length * 95 / 100]:0.0}, most {times[^1]:0.0}; {times.Length} images");
    }

    [ChromiumFact]
    public async Task Unusable_asks_for_what_is_at_fault_and_takes_marks_from_the_keyboard()
    {
        await using var place = await Workplace.WithItemsAsync(4);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var item = await station.ItemAsync();

        // Enter alone does not do: nobody would learn why.
        await station.PressAsync("2", "Enter");
        Assert.Equal(item, await station.ItemAsync());
        await station.PressAsync("2", "1", "m", "ArrowRight", "]", "1", "Enter");
        await station.LeftAsync(item);
        await station.SavedAsync();

        var stored = Assert.Single(await place.EventsAsync(key)).Event;
        Assert.Equal(Verdict.Unusable, stored.Verdict);
        Assert.Equal(("shape", 1), (Assert.Single(stored.Scores).Key, stored.Scores["shape"]));
        var mark = Assert.Single(stored.Marks);
        Assert.Equal((0.52, 0.5, 0.05), (mark.X, mark.Y, mark.Radius));
    }

    [ChromiumFact]
    public async Task An_image_of_many_pieces_comes_whole()
    {
        var image = Pictures.Noise(900, 620);
        Assert.InRange(image.Length, 1_000_000, 4_000_000);
        await using var place = await Workplace.WithItemsAsync(0);
        var item = Workplace.Item(0);
        item.Image = ByteString.CopyFrom(image);
        var id = Assert.Single(await place.AddItemsAsync([item]));
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, await place.AddRaterAsync("designer-1"));
        await station.ShowsAsync(id);

        var sent = await (await context.APIRequest.GetAsync($"{place.Url}/api/items/{id}/image")).BodyAsync();
        Assert.Equal(image, sent);
        Assert.Equal("900", await station.Page.Locator("#stage canvas").GetAttributeAsync("width"));
    }

    [ChromiumFact]
    public async Task Every_kind_of_fault_has_a_key_also_the_eleventh()
    {
        await using var place = await Workplace.WithItemsAsync(4);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var item = await station.ItemAsync();

        await station.PressAsync("2", "m");
        var kinds = await station.Page.Locator("#mark-menu button:not(.plain)").AllInnerTextsAsync();
        Assert.InRange(kinds.Count, 11, 19);
        await station.PressAsync("Space", "1", "Enter");
        await station.LeftAsync(item);
        await station.SavedAsync();

        var mark = Assert.Single(Assert.Single(await place.EventsAsync(key)).Event.Marks);
        var dimensions = (await place.Client.ListDimensionsAsync(new ListDimensionsRequest(), place.As(key))).Dimensions;
        var name = dimensions.SelectMany(dimension => dimension.MarkKinds.Where(kind => (dimension.Id, kind.Id) == (mark.Dimension, mark.Kind))).Single().Name.ByLocale["en"];
        Assert.EndsWith(name, kinds[10], StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task A_flag_can_be_thought_better_of_and_leaves_the_image_to_judge()
    {
        await using var place = await Workplace.WithItemsAsync(4);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var item = await station.ItemAsync();

        await station.PressAsync("f");
        await station.Page.FillAsync("#flag[open] textarea", "no");
        await station.PressAsync("Escape");
        await station.Page.Locator("#flag:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await station.PressAsync("f");
        await station.Page.FillAsync("#flag[open] textarea", "logo");
        await station.PressAsync("Control+Enter");
        await station.Page.Locator("#flag:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal(item, await station.JudgeAsync());
        await station.SavedAsync();

        var events = await place.EventsAsync(key);
        Assert.Equal([EventKind.Flag, EventKind.Score], events.Select(stored => stored.Event.Kind));
        Assert.Equal(("logo", item), (events[0].Event.Comment, events[0].Event.ItemId));
    }

    [ChromiumFact]
    public async Task A_click_marks_the_point_under_the_pointer()
    {
        await using var place = await Workplace.WithItemsAsync(4);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var item = await station.ItemAsync();

        var box = (await station.Page.Locator("#stage canvas").BoundingBoxAsync())!;
        await station.Page.Mouse.ClickAsync(box.X + box.Width * 0.25f, box.Y + box.Height * 0.75f);
        await station.Page.Locator("#mark-menu button").Nth(1).ClickAsync();
        await station.PressAsync("2", "Enter");
        await station.LeftAsync(item);
        await station.SavedAsync();

        var mark = Assert.Single(Assert.Single(await place.EventsAsync(key)).Event.Marks);
        Assert.InRange(mark.X, 0.24, 0.26);
        Assert.InRange(mark.Y, 0.74, 0.76);
    }

    [ChromiumFact]
    public async Task What_is_passed_over_is_left_open_and_never_filled_in()
    {
        await using var place = await Workplace.WithItemsAsync(4);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var item = await station.ItemAsync();

        await station.PressAsync("l", "5", "Space", "3", "Enter");
        await station.LeftAsync(item);
        await station.SavedAsync();

        var stored = Assert.Single(await place.EventsAsync(key)).Event;
        Assert.Equal(Verdict.Unsure, stored.Verdict);
        Assert.Equal(["colour_matching", "perspective"], stored.Scores.Keys.Order(StringComparer.Ordinal));
    }

    [ChromiumFact]
    public async Task Undo_goes_back_as_far_as_there_is_work_and_the_last_answers_count()
    {
        await using var place = await Workplace.WithItemsAsync(8);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var first = await station.JudgeAsync(5);
        var second = await station.JudgeAsync(5);
        var skipped = await station.ItemAsync();
        await station.PressAsync("s");
        await station.LeftAsync(skipped);

        await station.PressAsync("Backspace");
        await station.ShowsAsync(skipped);
        await station.PressAsync("Control+z");
        await station.ShowsAsync(second);
        // A refresh in between loses nothing of what can be taken back.
        await station.SavedAsync();
        await station.GoAsync(place);
        await station.ShowsAsync(second);
        var dimensions = await station.Page.Locator(".dimension").CountAsync();
        await station.PressAsync([.. Enumerable.Repeat("Backspace", dimensions + 1)]);
        await station.ShowsAsync(first);
        await station.PressAsync("2");
        await station.LeftAsync(first);
        await station.SavedAsync();

        var events = await place.EventsAsync(key);
        var standing = Assert.Single(events, stored => stored.Event.Kind == EventKind.Score && !stored.Superseded).Event;
        Assert.Equal(first, standing.ItemId);
        Assert.Single(standing.Scores.Values, score => score == 2);
        Assert.Equal(3, events.Count(stored => stored.Event.Kind == EventKind.Undo));
    }
}
