using Creative.Cli.Demo;

namespace Creative.Cli.Tests.Demo;

public sealed class DemoLayoutTests
{
    [Fact]
    public void Escapes_what_campaigns_are_called()
    {
        var index = DemoPromiseTests.Campaign("<b>A & B</b>", 1, 1).Index;

        var page = DemoPage.Of(new DemoReport("/out", [index], 1, null, []), ["a-b"]);

        Assert.Contains("&lt;b&gt;A &amp; B&lt;/b&gt;", page);
        Assert.DoesNotContain("<b>", page);
        Assert.Contains("src=\"a-b/v1/p0.jpg\"", page);
    }

    [Fact]
    public void Shows_a_few_shapes_of_each_variant_on_the_sheet_of_all()
    {
        var campaigns = Enumerable.Range(0, 6).Select(i => DemoPromiseTests.Campaign($"c{i}", 2, 12).Index).ToList();

        var request = ContactSheets.Of(campaigns);

        Assert.Equal(6 * 2 * 5, request.AssetIds.Count);
    }

    [Fact]
    public void Shows_everything_of_one_campaign_on_its_own_sheet() =>
        Assert.Equal(24, ContactSheets.Of(DemoPromiseTests.Campaign("c", 2, 12).Index).AssetIds.Distinct().Count());
}
