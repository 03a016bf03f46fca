using System.Net;
using System.Text;
using Creative.Contract.V1;
using Creative.Labeling.Hosting;
using Creative.Labeling.Tests.Hosting;
using Microsoft.Playwright;

namespace Creative.Labeling.Tests.Pages;

/// <summary>What comes from outside stays outside.</summary>
[Collection(ChromiumTests.Name)]
public sealed class SafetyTests(Chromium chromium)
{
    private const string Script = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> 字";

    [ChromiumFact]
    public async Task A_script_in_a_comment_is_shown_as_text()
    {
        await using var place = await Workplace.WithItemsAsync(3);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, key);
        var item = await station.ItemAsync();
        await station.PressAsync("f");
        await station.Page.FillAsync("#flag-text", Script);
        await station.Page.PressAsync("#flag-text", "Control+Enter");
        await station.SavedAsync();
        Assert.Equal(item, await station.ItemAsync());

        await using var lead = await chromium.Browser.NewContextAsync();
        var page = await lead.NewPageAsync();
        await StationPage.SignInAsync(page, place, place.AdminKey);
        await page.GotoAsync($"{place.Url}/projects/{Workplace.Project}/items?flagged=true");
        await page.Locator(".tile").ClickAsync();
        Assert.Equal(Script, await page.Locator("blockquote").InnerTextAsync());
        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task The_key_is_out_of_reach_of_scripts_and_no_key_lets_nobody_in()
    {
        await using var place = await Workplace.WithItemsAsync(1);
        var key = await place.AddRaterAsync("designer-1");
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(place.Url + "/sign-in");
        await page.FillAsync("#key", "not-a-key");
        await page.PressAsync("#key", "Enter");
        await page.GetByText("This key is not known").WaitForAsync();

        await StationPage.SignInAsync(page, place, key);
        var cookie = Assert.Single(await context.CookiesAsync(), cookie => cookie.Name == "rater");
        Assert.Equal((true, SameSiteAttribute.Strict), (cookie.HttpOnly, cookie.SameSite));
        Assert.DoesNotContain(key, cookie.Value, StringComparison.Ordinal);
        Assert.Equal("", await page.EvaluateAsync<string>("document.cookie"));
        Assert.DoesNotContain(key, await page.ContentAsync(), StringComparison.Ordinal);

        // A designer sees nobody else's work.
        foreach (var path in new[] { "/raters", "/admin/projects", $"/projects/{Workplace.Project}/dashboard", $"/projects/{Workplace.Project}/items" })
        {
            Assert.Equal(403, (await page.GotoAsync(place.Url + path))!.Status);
            await page.GetByText("This page is not for you").WaitForAsync();
        }

        await page.GotoAsync(place.Url);
        await page.Locator(".menu summary").ClickAsync();
        await page.GetByText("Sign out").ClickAsync();
        await page.Locator("#key").WaitForAsync();
        await page.GotoAsync(place.Url);
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task A_call_without_the_token_of_a_page_or_with_too_large_a_body_is_refused()
    {
        await using var place = await Workplace.WithItemsAsync(1);
        await using var context = await chromium.Browser.NewContextAsync();
        var station = await StationPage.OpenAsync(context, place, await place.AddRaterAsync("designer-1"));
        var cookies = string.Join("; ", (await context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        var token = await station.Page.EvaluateAsync<string>("JSON.parse(document.getElementById('station-data').textContent).token");
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("{}", null, null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("""{"project":"coins"}""", cookies, null));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"project":"coins"}""", cookies, token));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("""{"project":17,"colour":1}""", cookies, token));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("not json", cookies, token));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync("""{"project":"no-such"}""", cookies, token));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync($$"""{"project":"{{new string('x', LabelingApp.MaxBodyBytes)}}"}""", cookies, token));

        async Task<HttpStatusCode> PostAsync(string body, string? cookie, string? token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, place.Url + "/api/progress") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            // The app refuses before it has read everything, and then closes the connection: wait for leave to send.
            request.Headers.ExpectContinue = true;
            if (cookie is not null)
            {
                request.Headers.Add("Cookie", cookie);
            }

            if (token is not null)
            {
                request.Headers.Add("X-CSRF-Token", token);
            }

            return (await client.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Every_answer_forbids_what_does_not_come_from_the_app()
    {
        await using var place = await Workplace.StartAsync();
        using var client = new HttpClient();
        foreach (var path in new[] { "/sign-in", "/js/station/main.js", "/api/items/x/image", "/no-such-page" })
        {
            using var answer = await client.GetAsync(place.Url + path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("Server", answer.Headers.Select(header => header.Key));
        }
    }

    [ChromiumFact]
    public async Task Without_the_server_pages_say_so_and_come_back_with_it()
    {
        await using var place = await Workplace.WithItemsAsync(1);
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await StationPage.SignInAsync(page, place, await place.AddRaterAsync("designer-1", RaterRole.Lead));
        await place.StopServerAsync();
        Assert.Equal(503, (await page.GotoAsync(place.Url))!.Status);
        await page.GetByText("The server does not answer").First.WaitForAsync();
        await place.StartServerAgainAsync();
        // The connection is tried anew every other second.
        while (!await page.GetByText("Gold coins").IsVisibleAsync())
        {
            await page.Locator("a.home").ClickAsync();
        }
    }
}
