using System.Text;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging;
using Xunit;

namespace Creative.Engine.Tests.Imaging;

public sealed class RasterizerTests
{
    private static readonly Rasterizer Rasterizer = new();
    private static readonly CanvasSize Canvas = new(300, 130);

    [Theory]
    [InlineData(300, 130)]
    [InlineData(90, 240)]
    [InlineData(640, 100)]
    public void Banner(int width, int height)
    {
        var size = new CanvasSize(width, height);
        var unit = Math.Min(width, height) / 100d;
        using var egg = Pictures.Egg(new CanvasSize(48, 40));
        var hero = width > height ? new Box(width - (110 * unit), 12 * unit, 96 * unit, 80 * unit) : new Box(4 * unit, height - (90 * unit), 96 * unit, 80 * unit);
        using var drawn = Draw(
            size,
            Pictures.Ground(size),
            new SoftNode("glow", [Ellipse(hero, Colour.Parse("#ffe9a0"))], 12 * unit) { Opacity = 0.7, Blend = Blend.Screen },
            new ImageNode("shadow", egg, hero.MoveBy(4 * unit, 8 * unit)) { Silhouette = Colour.Parse("#300008"), Blur = 4 * unit, Opacity = 0.6 },
            new ImageNode("hero", egg, hero),
            Pictures.Headline("惠18", 34 * unit, 6 * unit, 44 * unit),
            new PathNode("button", $"M{16 * unit} {58 * unit}h{50 * unit}a{9 * unit} {9 * unit} 0 0 1 0 {18 * unit}h{-50 * unit}a{9 * unit} {9 * unit} 0 0 1 0 {-18 * unit}z", Pictures.Gold),
            new TextNode("button", [new TextRun("立即参与", new FontFace("Noto Sans SC", 700), 11 * unit, 19 * unit, 71 * unit, Colour.Parse("#7a0018"))], new Box(19 * unit, 60 * unit, 46 * unit, 14 * unit)));
        Golden.Check(drawn, $"Banner_{size}");
    }

    [Fact]
    public void Paths_with_gradients_strokes_holes_and_opacity()
    {
        var radial = new RadialGradient(220, 60, 70, 40, Pictures.Stops((0, "#ffffff", 1), (0.5, "#3366ff", 0.8), (1, "#001144", 0)));
        using var drawn = Draw(
            Canvas,
            Pictures.Ground(Canvas),
            new PathNode("ring", "M20 65a45 45 0 1 0 90 0a45 45 0 1 0-90 0zM45 65a20 20 0 1 1 40 0a20 20 0 1 1-40 0z", Pictures.Gold) { Opacity = 0.8 },
            new PathNode("light", "M150 5L290 25L270 125L140 110Z", radial),
            new PathNode("line", "M120 120C150 20 180 180 210 60", null, new Stroke(Colour.Parse("#00e0c0"), 5)) { Opacity = 0.7 },
            new PathNode("outside", "M-50-50H5V200H-50Z", Colour.Parse("#ffffff") with { Alpha = 0.5 }));
        Golden.Check(drawn);
    }

    [Fact]
    public void Text_in_several_faces_with_gradient_stroke_and_spacing()
    {
        TextRun Run(string text, string family, int weight, double size, double x, double y, double spacing = 0) =>
            new(text, new FontFace(family, weight), size, x, y, Colour.White, null, spacing);

        using var drawn = Draw(
            Canvas,
            Pictures.Ground(Canvas),
            Pictures.Headline("18权益加磅", 44, 8, 52),
            new TextNode(
                "lines",
                [
                    Run("省的不止一点点，入市需谨慎", "Noto Serif SC", 500, 14, 10, 76), Run("Wealth AVAILABLE 4.85%", "Montserrat", 700, 15, 10, 98, 1.5),
                    Run("Inter, office", "Inter", 400, 13, 10, 120), Run("快乐", "ZCOOL KuaiLe", 400, 20, 130, 121), Run("小薇", "ZCOOL XiaoWei", 400, 20, 190, 121),
                ],
                new Box(8, 60, 290, 66)) { Opacity = 0.9 });
        Golden.Check(drawn);
    }

    [Fact]
    public void Images_turned_mirrored_blurred_and_as_flat_shapes()
    {
        using var egg = Pictures.Egg(new CanvasSize(60, 40));
        using var drawn = Draw(
            Canvas,
            Pictures.Ground(Canvas),
            new ImageNode("turned", egg, new Box(10, 30, 90, 60)) { Rotation = 30 },
            new ImageNode("mirrored", egg, new Box(105, 20, 30, 20)) { Mirrored = true },
            new ImageNode("blurred", egg, new Box(100, 60, 75, 50)) { Rotation = -20, Blur = 4 },
            new ImageNode("shape", egg, new Box(185, 10, 60, 100)) { Silhouette = Colour.Parse("#00c0ff"), Opacity = 0.6 },
            new ImageNode("outside", egg, new Box(250, 70, 150, 100)));
        Golden.Check(drawn);
    }

    [Fact]
    public void Blends_of_images_and_soft_shapes()
    {
        using var egg = Pictures.Egg(new CanvasSize(60, 40));
        var nodes = new List<SceneNode> { Pictures.Ground(Canvas) };
        foreach (var (blend, column) in Enum.GetValues<Blend>().Select((blend, column) => (blend, column)))
        {
            nodes.Add(new ImageNode("image", egg, new Box((column * 49) + 4, 8, 45, 40)) { Blend = blend, Opacity = 0.9 });
            nodes.Add(new SoftNode("soft", [Ellipse(new Box((column * 49) + 8, 72, 36, 40), Colour.Parse("#60a0ff"))], 5) { Blend = blend });
        }

        using var drawn = Draw(Canvas, [.. nodes]);
        Golden.Check(drawn);
    }

    [Fact]
    public void A_checked_logo_in_its_box()
    {
        Assert.Empty(SafeSvgParser.Parse(
            Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><defs><linearGradient id="a"><stop stop-color="#fff"/><stop offset="1" stop-color="#08f"/></linearGradient></defs><path fill="url(#a)" d="M0 0h40v40z"/><circle cx="60" cy="20" r="20" fill="#fff" fill-opacity=".6"/></svg>"""),
            out var logo));
        using var drawn = Draw(Canvas, Pictures.Ground(Canvas), new SvgNode("logo", logo!, new Box(20, 15, 160, 80)), new SvgNode("logo", logo!, new Box(200, 20, 90, 90)) { Opacity = 0.5 });
        Golden.Check(drawn);
    }

    [Fact]
    public void A_scene_in_two_halves_over_a_backdrop_is_the_scene_in_one()
    {
        using var egg = Pictures.Egg(new CanvasSize(60, 40));
        SceneNode[] nodes = [Pictures.Ground(Canvas), new ImageNode("hero", egg, new Box(150, 20, 120, 80)), Pictures.Headline("权益", 40, 10, 60)];
        using var whole = Draw(Canvas, nodes);
        using var below = Draw(Canvas, nodes[..2]);
        using var above = Rasterizer.Draw(Canvas, nodes[2..], below, CancellationToken.None);
        Assert.True(whole.Pixels.SequenceEqual(above.Pixels));
    }

    [Fact]
    public async Task Draws_the_same_bytes_whatever_runs_beside_it()
    {
        using var egg = Pictures.Egg(new CanvasSize(60, 40));
        SceneNode[] nodes =
        [
            Pictures.Ground(Canvas),
            new SoftNode("glow", [Ellipse(new Box(50, 20, 99, 70), Colour.White)], 20),
            new ImageNode("hero", egg, new Box(150, 20, 120, 80)) { Blur = 3 },
            Pictures.Headline("权益", 40, 10, 60),
        ];
        byte[] File()
        {
            using var drawn = Draw(Canvas, nodes);
            return Rasterizer.Encode(drawn, ImageFormat.Jpeg, 85);
        }

        var expected = File();
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(File)));
        Assert.All(files, file => Assert.Equal(expected, file));
    }

    [Fact]
    public void Draws_what_lies_outside_the_canvas_without_a_trace()
    {
        using var egg = Pictures.Egg(new CanvasSize(60, 40));
        using var plain = Draw(Canvas, Pictures.Ground(Canvas));
        using var drawn = Draw(
            Canvas,
            Pictures.Ground(Canvas),
            new ImageNode("far", egg, new Box(5_000, -900, 60, 40)) { Blur = 2, Rotation = 10 },
            new PathNode("far", "M-900-900H-800V-800L-900-850Z", Colour.White),
            new SoftNode("far", [Ellipse(new Box(-900, 0, 60, 60), Colour.White)], 9),
            Pictures.Headline("外", 40, 900, 60));
        Assert.True(plain.Pixels.SequenceEqual(drawn.Pixels));
    }

    [Fact]
    public void Leaves_black_where_nothing_is_drawn_and_stops_when_asked_to()
    {
        using var drawn = Draw(new CanvasSize(7, 5));
        Assert.All(drawn.Pixels.ToArray(), value => Assert.Equal(0, value));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Rasterizer.Draw(Canvas, [Pictures.Ground(Canvas)], null, stop.Token));
    }

    [Fact]
    public void Refuses_a_backdrop_of_another_size()
    {
        using var backdrop = PixelImage.Create(new CanvasSize(5, 7), 3);
        Assert.Throws<ArgumentException>(() => Rasterizer.Draw(new CanvasSize(7, 5), [], backdrop, CancellationToken.None));
    }

    private static PathNode Ellipse(Box box, Colour colour) =>
        new("glow", $"M{box.X} {box.CenterY}a{box.Width / 2} {box.Height / 2} 0 1 0 {box.Width} 0a{box.Width / 2} {box.Height / 2} 0 1 0 {-box.Width} 0z", colour);

    private static PixelImage Draw(CanvasSize size, params SceneNode[] nodes) => Rasterizer.Draw(size, nodes, null, CancellationToken.None);
}
