using Creative.Core.Composition;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;
using Creative.Core.Tests.Samples;
using Creative.Core.Typography;
using Xunit;

namespace Creative.Core.Tests.Composition;

public sealed class TextPainterTests
{
    private static readonly TextStyle Style = new(new FontFace("Noto Sans SC", 900), new FontFace("Montserrat", 800), 1.25, 0, 1.45, 2);

    [Theory]
    [InlineData("chengya", "上涨3.5%", "rising")]
    [InlineData("chengya", "下跌2%", "falling")]
    [InlineData("nimbry", "Up +3.5%", "rising")]
    [InlineData("nimbry", "Down −2%", "falling")]
    public void A_figure_with_a_sign_is_in_the_colour_of_the_brands_market(string brand, string text, string colour)
    {
        var palette = StyleTable.Get("minimal").Derive(SampleBrands.Get(brand), Tone.Light);

        var inks = Paint(palette, text, Colour.White).Select(run => run.Fill).OfType<SolidPaint>().Select(paint => paint.Colour).ToArray();

        Assert.Contains(palette[colour], inks);
        Assert.DoesNotContain(palette[colour == "rising" ? "falling" : "rising"], inks);
    }

    [Fact]
    public void Where_the_colour_of_the_market_cannot_be_read_the_figure_is_as_the_other_words()
    {
        var palette = StyleTable.Get("minimal").Derive(SampleBrands.Get("chengya"), Tone.Light);

        var inks = Paint(palette, "上涨3.5%", palette["rising"]).Select(run => run.Fill).OfType<SolidPaint>().Select(paint => paint.Colour);

        Assert.DoesNotContain(palette["rising"], inks);
    }

    [Theory]
    [InlineData(LayoutRole.Headline, 18, 4.5)]
    [InlineData(LayoutRole.Headline, 19, 3)]
    [InlineData(LayoutRole.AiLabel, 60, 4.5)]
    [InlineData(LayoutRole.Disclaimer, 60, 4.5)]
    public void Small_text_warnings_and_the_label_need_more_contrast(LayoutRole role, double size, double needed)
    {
        var content = Content("天天有好礼");

        Assert.Equal(needed, TextPainter.Needed(role, new PlacedText(new Box(0, 0, 200, 40), size, content.Settings[0], 0), content));
    }

    private static TextRun[] Paint(Palette palette, string text, Colour ground)
    {
        var content = Content(text);
        var placed = new PlacedText(new Box(10, 10, 300, 60), 40, content.Settings[0], 0);
        using var backdrop = PixelImage.Create(new CanvasSize(320, 80), 3);
        for (var y = 0; y < 80; y++)
        {
            for (var x = 0; x < 320; x++)
            {
                (backdrop.Row(y)[x * 3], backdrop.Row(y)[(x * 3) + 1], backdrop.Row(y)[(x * 3) + 2]) = (ground.R, ground.G, ground.B);
            }
        }

        var (_, nodes) = TextPainter.Paint(LayoutRole.Benefit, placed, content, StyleTable.Get("minimal"), palette, BackdropContrast.Under(backdrop, placed.Box));
        return [.. nodes.OfType<TextNode>().SelectMany(node => node.Runs)];
    }

    private static TextContent Content(string text) => new(new Typesetter(new InstalledFamilies()).Set(text, Style, []), 12, 1, (0, 0), true);
}
