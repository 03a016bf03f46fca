using Creative.Contract.V1;
using Creative.Labeling.Tests.Hosting;

namespace Creative.Labeling.Tests.Station;

/// <summary>Worked examples come first, and leave no trace in the data.</summary>
[Collection(ChromiumTests.Name)]
public sealed class PracticeTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task The_answer_comes_after_the_own_try_and_real_work_after_the_last_example()
    {
        await using var place = await Workplace.WithItemsAsync(4);
        var example = Workplace.Item(99);
        example.Example = new KnownAnswer
        {
            Verdict = Verdict.Unusable,
            Scores = { ["shape"] = 2 },
            Reason = new LocalText { ByLocale = { ["en"] = "The rim melts.", ["zh-CN"] = "边缘融化。" } },
            Marks = { new Mark { Dimension = "shape", Kind = "melted_edge", X = 0.2, Y = 0.5, Radius = 0.1 } },
        };
        await place.AddItemsAsync([example]);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);

        Assert.Equal(0, await station.Page.Locator("text=The rim melts.").CountAsync());
        await station.TryExampleAsync("1", "Enter");
        await station.Page.GetByText("We see this one differently").First.WaitForAsync();
        await station.Page.GetByText("The rim melts.").WaitForAsync();
        Assert.Equal(1, await station.Page.Locator("#stage svg .ring").CountAsync());
        await station.GoOnAsync();
        await station.Page.GetByText("Your verdict agreed in 0 of 1 examples.").WaitForAsync();
        await station.GoOnAsync();
        var judged = await station.JudgeAsync();
        await station.SavedAsync();
        Assert.Equal(judged, Assert.Single(await place.EventsAsync(key)).Event.ItemId);

        // Seen once is enough, unless asked for.
        await station.GoAsync(place);
        Assert.DoesNotContain("Worked", await station.Page.Locator("#count").InnerTextAsync(), StringComparison.Ordinal);
        await station.GoAsync(place, "?practice");
        await station.Page.GetByText("Worked examples: 1 to go").WaitForAsync();
    }
}
