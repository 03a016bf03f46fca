using Creative.Core.Concepts;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Concepts;

public sealed class OklchTests
{
    // Published OKLab values of the sRGB primaries (Ottosson 2020, table of the article; to three decimals).
    [Theory]
    [InlineData("#ffffff", 1.000, 0.000, 0.000)]
    [InlineData("#ff0000", 0.628, 0.225, 0.126)]
    [InlineData("#00ff00", 0.866, -0.234, 0.179)]
    [InlineData("#0000ff", 0.452, -0.032, -0.312)]
    public void Primaries_have_their_published_coordinates(string hex, double l, double a, double b)
    {
        var lab = Oklab.From(Colour.Parse(hex));

        Assert.Equal(l, lab.L, 3);
        Assert.Equal(a, lab.A, 3);
        Assert.Equal(b, lab.B, 3);
    }

    [Theory]
    [InlineData("#e8262a")]
    [InlineData("#12305e")]
    [InlineData("#ffc53d")]
    [InlineData("#808080")]
    public void A_colour_survives_the_way_there_and_back(string hex) =>
        Assert.Equal(hex, Oklch.From(Colour.Parse(hex)).ToColour().Hex);

    [Fact]
    public void A_colour_that_no_screen_shows_loses_chroma_and_keeps_lightness_and_hue()
    {
        var wished = new Oklch(0.7, 0.4, 150);

        var shown = Oklch.From(wished.ToColour());

        Assert.Equal(wished.L, shown.L, 2);
        Assert.InRange(shown.H, 148, 152);
        Assert.True(shown.C < 0.3);
    }

    [Fact]
    public void Contrast_has_the_figures_of_the_standard()
    {
        Assert.Equal(21, Contrast.Ratio(Colour.White, Colour.Black), 2);
        Assert.Equal(4.80, Contrast.Ratio(Colour.Parse("#e60012"), Colour.White), 2);
        Assert.Equal(2.38, Contrast.Ratio(Colour.Parse("#d4a017"), Colour.White), 2);
    }
}
