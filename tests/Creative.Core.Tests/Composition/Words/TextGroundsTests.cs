using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Composition;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;
using Creative.Core.Tests.Layouts;
using Creative.Core.Tests.Samples;
using Xunit;

namespace Creative.Core.Tests.Composition;

public sealed class TextGroundsTests
{
    private static readonly CanvasSize Canvas = new(160, 60);
    private static readonly IStyle Style = StyleTable.Get("technological");
    private static readonly Brand Brand = SampleBrands.Get("chengya");

    [Fact]
    public void Nothing_is_drawn_where_the_words_can_be_read_as_they_are() =>
        Assert.Empty(Nodes(LayoutRole.AiLabel, new Colour(10, 16, 60)));

    [Theory]
    [InlineData(LayoutRole.AiLabel)]
    [InlineData(LayoutRole.Disclaimer)]
    public void Where_white_just_fails_the_ground_gets_darker_rather_than_the_words_black(LayoutRole role)
    {
        // 4.0:1 to white, 5.3:1 to black.
        var veil = Assert.Single(Nodes(role, new Colour(0, 142, 142)));

        Assert.Equal("veil", veil.Role);
        Assert.Equal(role == LayoutRole.AiLabel ? typeof(PathNode) : typeof(SoftNode), veil.GetType());
    }

    [Fact]
    public void Where_white_is_far_from_being_read_the_words_change_instead() =>
        Assert.Empty(Nodes(LayoutRole.AiLabel, new Colour(200, 220, 230)));

    [Fact]
    public void A_button_on_which_no_ink_can_be_read_is_drawn_in_one_colour()
    {
        // Half black, half white: what shine does to a small button, at its worst.
        var plain = Assert.IsType<PathNode>(Assert.Single(Nodes(LayoutRole.CallToAction, Colour.Black, Colour.White)));

        Assert.IsType<SolidPaint>(plain.Fill);
        Assert.Equal("button", plain.Role);
    }

    private static SceneNode[] Nodes(LayoutRole role, Colour ground, Colour? lowerHalf = null)
    {
        var texts = SampleLayouts.Content(Canvas, Insets.None).Texts.Where(t => t.Key == role).ToImmutableSortedDictionary();
        var content = new LayoutContent(Canvas, Insets.None, texts, [], HasHero: false);
        var text = texts[role];
        var placed = new PlacedText(new Box(20, 10, 100, 40), 13, text.Settings[0], 0.5);
        var layout = new RepairedLayout(
            Canvas, CompositionFamily.TextLeft, ImmutableSortedDictionary<LayoutRole, Box>.Empty.Add(role, placed.Box),
            ImmutableSortedDictionary<LayoutRole, PlacedText>.Empty.Add(role, placed), null, []);
        using var bare = PixelImage.Create(Canvas, 3);
        for (var y = 0; y < Canvas.Height; y++)
        {
            var colour = y < Canvas.Height / 2 ? ground : lowerHalf ?? ground;
            for (var x = 0; x < Canvas.Width; x++)
            {
                (bare.Row(y)[x * 3], bare.Row(y)[(x * 3) + 1], bare.Row(y)[(x * 3) + 2]) = (colour.R, colour.G, colour.B);
            }
        }

        return [.. TextGrounds.Nodes(new PlannedLayout(layout, content, 1, 1, 0), Style, Style.Derive(Brand, Tone.Rich), Brand, bare)];
    }
}
