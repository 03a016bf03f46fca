using Creative.Core.Brands;
using Creative.Core.Composition;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;
using Creative.Core.Tests.Samples;
using Xunit;

namespace Creative.Core.Tests.Composition;

public sealed class ButtonPlatesTests
{
    private static readonly Box Button = new(40, 300, 220, 64);

    public static TheoryData<string, Tone> Styles()
    {
        var data = new TheoryData<string, Tone>();
        foreach (var style in StyleTable.All)
        {
            data.Add(style.Id, Tone.Rich);
            data.Add(style.Id, Tone.Light);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void An_outline_is_the_line_of_the_body_and_nothing_else(string style, Tone tone)
    {
        var outline = Assert.IsType<PathNode>(Assert.Single(ButtonPlates.For(Plate(style, tone), ButtonStyles.Outline, Button)));

        Assert.Null(outline.Fill);
        Assert.True(outline.Stroke!.Width >= 1.5);
        Assert.True(Button.Grow(1).Contains(PathData.Parse(outline.Data).Bounds()));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void A_flat_button_is_the_body_without_shine_edge_or_glow(string style, Tone tone)
    {
        var flat = Assert.IsType<PathNode>(Assert.Single(ButtonPlates.For(Plate(style, tone), ButtonStyles.Flat, Button)));

        Assert.NotNull(flat.Fill);
        Assert.Null(flat.Stroke);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void On_a_plain_button_small_words_can_be_read(string style, Tone tone)
    {
        var plain = ButtonPlates.Plain(Plate(style, tone), ButtonStyles.Styled, Button)!;

        var colour = Assert.IsType<SolidPaint>(plain.Fill).Colour;
        Assert.True(Math.Max(Contrast.Ratio(colour, Colour.White), Contrast.Ratio(colour, Colour.Black)) >= 4.5);
    }

    [Fact]
    public void An_outline_has_no_plain_body() =>
        Assert.Null(ButtonPlates.Plain(Plate("festive", Tone.Rich), ButtonStyles.Outline, Button));

    private static SceneNode[] Plate(string style, Tone tone)
    {
        var palette = StyleTable.Get(style).Derive(SampleBrands.Get("chengya"), tone);
        return [.. StyleTable.Get(style).Plate(LayoutRole.CallToAction, Button, 0.5, palette)];
    }
}
