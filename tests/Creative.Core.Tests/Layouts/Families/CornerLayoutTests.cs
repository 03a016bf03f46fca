using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Xunit;
using static Creative.Core.Tests.Layouts.SampleLayouts;

namespace Creative.Core.Tests.Layouts;

public sealed class CornerLayoutTests
{
    [Theory]
    [InlineData(1080, 1080)]
    [InlineData(500, 520)]
    [InlineData(800, 640)]
    public void The_hero_stands_at_the_lower_right_of_the_words_and_touches_none(int width, int height)
    {
        var content = Content(new CanvasSize(width, height), Insets.None);
        for (ulong seed = 0; seed < 6; seed++)
        {
            var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.HeroBehind, seed), content).Layout!;
            var hero = layout.Boxes[LayoutRole.Hero];

            Assert.Empty(layout.Dropped);
            Assert.True(hero.X > layout.Boxes[LayoutRole.CallToAction].Right && hero.Y >= layout.Boxes[LayoutRole.Headline].Bottom, $"{hero}");
            Assert.All(layout.Boxes.Where(b => b.Key != LayoutRole.Hero), b => Assert.False(b.Value.Overlaps(hero), $"{b.Key}"));
        }
    }

    [Fact]
    public void It_gives_the_hero_of_a_square_more_room_than_a_stack_does()
    {
        var content = Content(new CanvasSize(1080, 1080), Insets.None, "天天有好礼\n周周不重样");
        Box Hero(CompositionFamily composition) => LayoutRepair.Repair(Random(content.Canvas, composition, 4), content).Layout!.Boxes[LayoutRole.Hero];

        Assert.True(Hero(CompositionFamily.HeroBehind).Height > 1.15 * Hero(CompositionFamily.Stacked).Height);
    }

    [Theory]
    [InlineData(300, 600)]
    [InlineData(1200, 400)]
    public void Towers_and_banners_are_none_of_its_business(int width, int height) =>
        Assert.False(CornerLayout.Suits(Content(new CanvasSize(width, height), Insets.None)));
}
