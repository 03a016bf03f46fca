using Creative.Contract.V1;
using Creative.Labeling.Tests.Hosting;
using Grpc.Core;

namespace Creative.Labeling.Tests.Pages;

/// <summary>Raters and projects are made and changed by form.</summary>
[Collection(ChromiumTests.Name)]
public sealed class AdminTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task A_new_rater_gets_a_key_that_works_until_it_is_replaced_or_switched_off()
    {
        await using var place = await Workplace.WithItemsAsync(1);
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await StationPage.SignInAsync(page, place, place.AdminKey);
        await page.GotoAsync(place.Url + "/raters");
        await page.FillAsync("input[name=id]", "designer-9");
        await page.FillAsync("input[name=name]", "N. Nine");
        await page.Locator("form.fields button").ClickAsync();
        var first = await page.Locator(".secret").InnerTextAsync();
        Assert.Equal("designer-9", (await place.Client.SignInAsync(new SignInRequest { Key = first })).Id);

        await page.GetByLabel("New key designer-9").ClickAsync();
        await page.Locator(".secret").GetByText(first).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        var second = await page.Locator(".secret").InnerTextAsync();
        await RefusedAsync(first);
        Assert.Equal("designer-9", (await place.Client.SignInAsync(new SignInRequest { Key = second })).Id);

        await page.GetByLabel("Switch off designer-9").ClickAsync();
        await page.GetByLabel("Switch on designer-9").WaitForAsync();
        await RefusedAsync(second);

        async Task RefusedAsync(string key) => Assert.Equal(
            StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => place.Client.SignInAsync(new SignInRequest { Key = key }).ResponseAsync)).StatusCode);
    }

    [ChromiumFact]
    public async Task A_refused_project_names_every_field_and_keeps_what_was_typed()
    {
        await using var place = await Workplace.WithItemsAsync(1);
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await StationPage.SignInAsync(page, place, place.AdminKey);
        await page.GotoAsync(place.Url + "/admin/projects");
        var form = page.Locator("details").Last;
        await form.Locator("summary").ClickAsync();
        await form.Locator("[name=Id]").FillAsync("wallets");
        await form.Locator("[name=Name]").FillAsync("Wallets");
        await form.Locator("[name=random]").FillAsync("0");
        await form.Locator("[name=gold]").FillAsync("90");
        await form.Locator("button").ClickAsync();
        Assert.Contains("mix", await page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);

        form = page.Locator("details[open]");
        Assert.Equal("Wallets", await form.Locator("[name=Name]").InputValueAsync());
        await form.Locator("[name=random]").FillAsync("20");
        await form.Locator("[name=gold]").FillAsync("7");
        await form.Locator("button").ClickAsync();
        await page.GetByText("wallets · 0 of 0 done").WaitForAsync();
        var made = (await place.Client.ListProjectsAsync(new ListProjectsRequest(), place.As(place.AdminKey))).Projects.Single(project => project.Id == "wallets");
        Assert.Equal((0.2, 0.07, "element"), (made.Mix.Random, made.Mix.Gold, made.ItemKind));
    }
}
