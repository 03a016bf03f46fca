using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;
using Creative.Core.Tests.Samples;
using Xunit;

namespace Creative.Core.Tests.Concepts.Styles;

public sealed class StyleTableTests
{
    public static TheoryData<string, Tone> Looks()
    {
        var looks = new TheoryData<string, Tone>();
        foreach (var style in StyleTable.All)
        {
            looks.Add(style.Id, Tone.Rich);
            looks.Add(style.Id, Tone.Light);
        }

        return looks;
    }

    [Fact]
    public void Every_style_is_listed_once_under_its_own_id()
    {
        var written = typeof(IStyle).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IStyle)));

        Assert.Equal(written.Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))), StyleTable.All.Select(s => s.GetType()).OrderBy(t => t.Name, StringComparer.Ordinal));
        Assert.Equal(StyleTable.All.Length, StyleTable.All.Select(s => s.Id).Distinct().Count());
        Assert.Throws<KeyNotFoundException>(() => StyleTable.Get("baroque"));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void A_background_covers_its_canvas_and_is_the_same_each_time(string id, Tone tone)
    {
        var style = StyleTable.Get(id);
        var canvas = Canvas(style.Derive(SampleBrands.Get("chengya"), tone), new CanvasSize(1200, 628));

        var first = style.Background(canvas).ToArray();

        Assert.Equal(Paths.Rectangle(canvas.Size.Bounds), Assert.IsType<PathNode>(first[0]).Data);
        Assert.Equal(first.Length, style.Background(canvas).Count());
        Assert.Equal(first.OfType<PathNode>().Select(n => n.Data), style.Background(canvas).OfType<PathNode>().Select(n => n.Data));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void Some_ink_of_every_text_can_be_read_on_its_ground(string id, Tone tone)
    {
        var style = StyleTable.Get(id);
        foreach (var brand in SampleBrands.All)
        {
            var palette = style.Derive(brand, tone);
            foreach (var role in (LayoutRole[])[LayoutRole.Headline, LayoutRole.Subhead, LayoutRole.Disclaimer])
            {
                Assert.Contains(style.Treat(role, palette).Inks, ink => Contrast.Ratio(ink.Top, palette["ground"]) >= 4.5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void Confetti_and_panels_keep_off_the_words(string id, Tone tone)
    {
        var style = StyleTable.Get(id);
        var canvas = Canvas(style.Derive(SampleBrands.Get("nimbry"), tone), new CanvasSize(728, 410)) with { Keep = [new Box(0, 0, 728, 410)] };

        Assert.DoesNotContain(style.Background(canvas), node => node.Role == "decoration" && node is PathNode { Fill: SolidPaint });
    }

    private static StyleCanvas Canvas(Palette palette, CanvasSize size) =>
        new(size, palette, (0.75 * size.Width, 0.5 * size.Height), 0.3 * size.Height, [new Box(40, 40, 300, 200)], 7);
}
