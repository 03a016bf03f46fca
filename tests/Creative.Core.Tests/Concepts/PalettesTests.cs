using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Tests.Samples;
using Xunit;

namespace Creative.Core.Tests.Concepts;

public sealed class PalettesTests
{
    [Theory]
    [InlineData("#ff5a1f")]
    [InlineData("#ffb020")]
    [InlineData("#8fd3ff")]
    public void The_lightest_colour_under_white_text_is_readable_and_one_step_lighter_would_not_be(string hex)
    {
        var found = Palettes.UnderWhite(Oklch.From(Colour.Parse(hex)));

        Assert.True(Contrast.Ratio(found.ToColour(), Colour.White) >= 4.5);
        Assert.True(Contrast.Ratio(found.Lighter(0.02).ToColour(), Colour.White) < 4.6);
    }

    [Fact]
    public void A_colour_that_is_dark_enough_stays_as_it_is()
    {
        var navy = Oklch.From(Colour.Parse("#101f4d"));

        Assert.Equal(navy, Palettes.UnderWhite(navy));
    }

    [Theory]
    [InlineData("chengya")]
    [InlineData("nimbry")]
    [InlineData("songyan")]
    public void A_festive_ground_is_red_or_orange_and_never_brown_or_olive(string brand)
    {
        var ground = Oklch.From(StyleTable.Get("festive").Derive(SampleBrands.Get(brand), Tone.Rich)["ground"]);

        Assert.True(ground.H is < 48 or > 350, $"hue {ground.H:0}");
        Assert.True(ground.C > 0.15, $"chroma {ground.C:0.00}");
    }
}
