using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging.Drawing;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Drawing;

/// <summary>What is filled from outlines and what is left to librsvg; that both look the same is a golden image of the rasterizer.</summary>
public sealed class TextFillTests
{
    [Theory]
    [InlineData("吃饭、看片、打车，一次安排好", "Noto Sans SC", 500, true)]
    [InlineData("18% 权益加码", "Noto Sans SC", 900, true)]
    [InlineData("钱要慢慢长", "Noto Serif SC", 700, true)]
    [InlineData("AVATAR", "Montserrat", 800, false)]
    [InlineData("钱", "Montserrat", 800, false)]
    [InlineData("钱", "Noto Sans SC", 550, false)]
    public void Only_text_that_needs_no_shaping_is_filled_from_outlines(string text, string family, int weight, bool expected) =>
        Assert.Equal(expected, TextFill.CanDraw(Node(text, new FontFace(family, weight), null)));

    [Fact]
    public void A_stroke_is_left_to_librsvg() =>
        Assert.False(TextFill.CanDraw(Node("钱", new FontFace("Noto Sans SC", 900), new Stroke(Colour.Black, 2))));

    private static TextNode Node(string text, FontFace face, Stroke? stroke) =>
        new("headline", [new TextRun(text, face, 40, 10, 60, Colour.White, stroke)], new Box(0, 0, 400, 80));
}
