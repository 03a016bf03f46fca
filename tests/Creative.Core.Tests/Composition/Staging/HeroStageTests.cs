using System.Collections.Immutable;
using Creative.Core.Composition;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Core.Tests.Samples;
using Xunit;

namespace Creative.Core.Tests.Composition;

public sealed class HeroStageTests : IDisposable
{
    private readonly ImmutableArray<PaintedElement> _elements;

    public HeroStageTests() => _elements = [Element(60, 72), Element(48, 40), Element(40, 40)];

    public static TheoryData<string> Styles() => new(StyleTable.All.Select(s => s.Id));

    [Theory]
    [MemberData(nameof(Styles))]
    public void Hero_and_stage_stay_within_the_box_of_the_hero(string id)
    {
        var hero = new Box(620, 40, 540, 540);
        var main = HeroStage.MainBox(hero, _elements[0], StyleTable.Get(id).Staging, new CanvasSize(1200, 628));

        Assert.True(hero.Contains(main, 1), $"{main} in {hero}");
        Assert.Equal(60.0 / 72, main.Width / main.Height, 3);
    }

    [Fact]
    public void In_a_strip_the_hero_is_a_close_up_without_a_stage()
    {
        var canvas = new CanvasSize(728, 90);
        var main = HeroStage.MainBox(new Box(430, 0, 130, 90), _elements[0], StyleTable.Get("festive").Staging, canvas);

        Assert.True(main.Bottom > 90 && main.Y > 0 && main.Height > 90, $"{main}");
        Assert.DoesNotContain(Nodes("festive", canvas, main), n => n.Role == "stage");
    }

    [Fact]
    public void A_trail_flies_into_ground_that_would_be_empty_and_gets_smaller_and_softer()
    {
        var canvas = new CanvasSize(1600, 400);
        var main = new Box(1100, 80, 200, 240);
        var c = Canvas("technological", canvas, main, new Box(40, 40, 420, 320));

        var trail = SatelliteTrail.Of(c, main, _elements, StyleTable.Get("technological").Staging).ToArray();

        Assert.True(trail.Length >= 2, $"{trail.Length} pieces");
        Assert.All(trail, t => Assert.True(t.Box.Right < main.X && t.Box.X > 460));
        Assert.Equal(trail.OrderByDescending(t => t.Box.X), trail);
        Assert.Equal(trail.OrderByDescending(t => t.Depth), trail);
        Assert.True(trail[^1].Node(CancellationToken.None).Blur > 0);
    }

    [Fact]
    public void A_square_has_no_trail()
    {
        var main = new Box(400, 400, 280, 280);
        Assert.Empty(SatelliteTrail.Of(Canvas("festive", new CanvasSize(1080, 1080), main), main, _elements, StyleTable.Get("festive").Staging));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Nothing_that_flies_touches_the_words(string id)
    {
        var words = new Box(40, 60, 520, 300);
        var canvas = new CanvasSize(1200, 400);
        var main = new Box(760, 60, 240, 280);

        var c = Canvas(id, canvas, main, words);
        var flying = Satellites.Ring(c, main, _elements, StyleTable.Get(id).Staging).Concat(SatelliteTrail.Of(c, main, _elements, StyleTable.Get(id).Staging));

        Assert.All(flying, s => Assert.False(s.Box.Overlaps(words)));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Nothing_that_flies_is_cut_by_the_edge(string id)
    {
        var canvas = new CanvasSize(900, 600);
        var main = new Box(610, 180, 240, 280);

        var c = Canvas(id, canvas, main);
        var flying = Satellites.Ring(c, main, _elements, StyleTable.Get(id).Staging).ToArray();

        Assert.NotEmpty(flying);
        Assert.All(flying, s => Assert.True(canvas.Bounds.Contains(s.Box), $"{s.Box}"));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void What_flies_before_the_hero_hides_little_of_it(string id)
    {
        var canvas = new CanvasSize(900, 600);

        // At the edge, where satellites are moved towards it.
        var main = new Box(640, 180, 240, 280);
        var before = Satellites.Ring(Canvas(id, canvas, main), main, _elements, StyleTable.Get(id).Staging).Where(s => s.Depth >= 0);

        Assert.All(before, s => Assert.True(s.Box.Intersect(main).Area <= 0.25 * s.Box.Area, $"{s.Box}"));
    }

    [Fact]
    public void The_rim_of_light_lies_behind_the_stage_and_the_hero_before_it()
    {
        var roles = Nodes("night", new CanvasSize(900, 600), new Box(500, 120, 250, 300)).Select(n => n.Role).ToList();

        Assert.True(roles.IndexOf("glow") < roles.IndexOf("stage") && roles.LastIndexOf("stage") < roles.IndexOf("hero"));
    }

    public void Dispose()
    {
        foreach (var element in _elements)
        {
            element.Image.Dispose();
        }
    }

    private SceneNode[] Nodes(string style, CanvasSize canvas, Box main) =>
        [.. HeroStage.Nodes(Canvas(style, canvas, main), main, _elements, StyleTable.Get(style), CancellationToken.None)];

    private static StyleCanvas Canvas(string style, CanvasSize size, Box main, params ImmutableArray<Box> keep) =>
        new(size, StyleTable.Get(style).Derive(SampleBrands.Get("chengya"), Tone.Rich), (main.CenterX, main.CenterY), 0.6 * main.Height, keep, 5);

    private static PaintedElement Element(int width, int height)
    {
        var image = PixelImage.Create(new CanvasSize(96, 96), 4);
        for (var y = (96 - height) / 2; y < (96 + height) / 2; y++)
        {
            image.Row(y).Slice(4 * ((96 - width) / 2), 4 * width).Fill(255);
        }

        return new PaintedElement(new ElementPlan("coin", "gold coin", 1), new PaintRequest("gold coin", 1, 1, 1, "ddim"), 1, 1, image);
    }
}
