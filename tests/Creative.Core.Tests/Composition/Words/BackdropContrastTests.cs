using Creative.Core.Composition;
using Creative.Core.Concepts;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Composition;

public sealed class BackdropContrastTests
{
    private static readonly CanvasSize Canvas = new(48, 30);

    [Fact]
    public void Contrast_is_that_of_the_worst_twentieth_of_what_is_really_there()
    {
        // Three of thirty rows are white: enough to spoil white text, however dark the rest is.
        using var striped = Rows(y => y % 10 == 0 ? (byte)255 : (byte)0);
        using var dark = Rows(_ => 0);

        Assert.Equal(1, BackdropContrast.Under(striped, Canvas.Bounds).Of(Colour.White), 6);
        Assert.Equal(21, BackdropContrast.Under(dark, Canvas.Bounds).Of(Colour.White), 6);
    }

    [Fact]
    public void Only_what_is_under_the_text_counts()
    {
        using var half = Rows(y => y < 15 ? (byte)255 : (byte)0);

        Assert.Equal(21, BackdropContrast.Under(half, new Box(4, 16, 40, 12)).Of(Colour.White), 6);
        Assert.Equal(21, BackdropContrast.Under(half, new Box(4, 2, 40, 12)).Of(Colour.Black), 6);
    }

    [Fact]
    public void Unrest_is_the_range_of_lightness()
    {
        using var calm = Rows(_ => 119);
        using var checks = Rows(y => y % 2 == 0 ? (byte)0 : (byte)255);

        Assert.Equal(0, BackdropContrast.Under(calm, Canvas.Bounds).Unrest);
        Assert.Equal(100, BackdropContrast.Under(checks, Canvas.Bounds).Unrest, 3);
    }

    [Fact]
    public void A_veil_brings_contrast_and_calm()
    {
        using var grey = Rows(y => y % 2 == 0 ? (byte)110 : (byte)170);
        var under = BackdropContrast.Under(grey, Canvas.Bounds);

        var veiled = under.Veiled(Colour.Black with { Alpha = 0.6 });

        Assert.True(under.Of(Colour.White) < 3 && veiled.Of(Colour.White) > 7);
        Assert.True(veiled.Unrest < under.Unrest);

        // Exactly as it is painted: 0.4 of the brightest grey is left.
        Assert.Equal(Contrast.Ratio(Colour.White, new Colour(68, 68, 68)), veiled.Of(Colour.White), 6);
    }

    private static PixelImage Rows(Func<int, byte> grey)
    {
        var image = PixelImage.Create(Canvas, 3);
        for (var y = 0; y < Canvas.Height; y++)
        {
            image.Row(y).Fill(grey(y));
        }

        return image;
    }
}
