using System.Collections.Immutable;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Tests.Samples;
using Xunit;

namespace Creative.Core.Tests.Concepts;

public sealed class MarketConventionTests
{
    private static readonly ElementVocabulary Charts = new(
        "{hue} {noun}, {variant}, {view}, {light}", ["chart", "coin"],
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("chart", ["with arrow"]).Add("coin", ["yuan sign", "star"]),
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("chart", ["blue", "red", "orange", "teal"]).Add("coin", ["gold"]),
        ["front view"], ["warm light"], [], 4, 1, "ddim");

    [Theory]
    [InlineData("CN", true)]
    [InlineData("JP", true)]
    [InlineData("US", false)]
    [InlineData("DE", false)]
    [InlineData("HK", false)]
    public void Red_rises_in_mainland_China_and_falls_in_the_west(string market, bool redRises)
    {
        var convention = MarketConvention.Of(market);

        Assert.Equal(redRises, IsRed(convention.Rising));
        Assert.Equal(!redRises, IsRed(convention.Falling));
    }

    [Theory]
    [InlineData("CN", "#f4f4f8", "red")]
    [InlineData("CN", "#c81e1e", "orange")]
    [InlineData("US", "#f4f4f8", "teal")]
    [InlineData("US", "#23b3b5", "blue")]
    public void A_chart_that_rises_is_painted_in_the_colour_of_the_market(string market, string ground, string hue) =>
        Assert.StartsWith(hue + " chart", new PromptBuilder(Charts).Write("chart", Colour.Parse(ground), 0, 0, "warm light", market: MarketConvention.Of(market)), StringComparison.Ordinal);

    [Fact]
    public void A_coin_stays_gold_in_every_market() =>
        Assert.StartsWith("gold coin", new PromptBuilder(Charts).Write("coin", Colour.White, 0, 0, "warm light", market: MarketConvention.Of("US")), StringComparison.Ordinal);

    [Theory]
    [InlineData("CN", "yuan sign")]
    [InlineData("US", "star")]
    public void Coins_are_those_of_the_market(string market, string variant) =>
        Assert.Contains(variant, new PromptBuilder(Charts).Write("coin", Colour.White, 0, 0, "warm light", market: MarketConvention.Of(market)), StringComparison.Ordinal);

    [Theory]
    [InlineData("chengya", true)]
    [InlineData("nimbry", false)]
    public void A_palette_has_the_colours_of_its_brands_market_readable_on_its_ground(string brand, bool redRises)
    {
        foreach (var tone in Enum.GetValues<Tone>())
        {
            var palette = StyleTable.Get("minimal").Derive(SampleBrands.Get(brand), tone);

            Assert.Equal(redRises, IsRed(Oklch.From(palette["rising"])));
            Assert.Equal(!redRises, IsRed(Oklch.From(palette["falling"])));
        }
    }

    private static bool IsRed(Oklch colour) => colour.H is < 45 or > 345;
}
