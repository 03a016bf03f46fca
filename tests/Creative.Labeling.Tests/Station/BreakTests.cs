using Creative.Labeling.Tests.Hosting;

namespace Creative.Labeling.Tests.Station;

/// <summary>Eyes get tired: half an hour, then five minutes.</summary>
[Collection(ChromiumTests.Name)]
public sealed class BreakTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task After_half_an_hour_there_is_a_break_and_then_the_next_image_by_itself()
    {
        await using var place = await Workplace.WithItemsAsync(40);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        await context.Clock.InstallAsync(new() { TimeDate = new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc) });
        var station = await StationPage.OpenAsync(context, place, key);
        for (var minutes = 0; minutes <= 32; minutes += 4)
        {
            await station.JudgeAsync();
            await context.Clock.FastForwardAsync(TimeSpan.FromMinutes(4).Ticks / TimeSpan.TicksPerMillisecond);
        }

        await station.Page.Locator("#screen h2").GetByText("Half an hour is done").WaitForAsync();
        await station.PressAsync("1", "Enter");
        Assert.Equal("", await station.ItemAsync());
        await context.Clock.FastForwardAsync(TimeSpan.FromMinutes(5).Ticks / TimeSpan.TicksPerMillisecond);
        await station.Page.Locator("#stage[data-item]").WaitForAsync();
    }
}
