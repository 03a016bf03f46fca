using System.Text;
using System.Xml.Linq;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Xunit;

namespace Creative.Core.Tests.Scenes;

public sealed class SvgWriterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Paint Gold = new LinearGradient(0, 1, 2, 3, [new(0, Colour.White), new(1, new Colour(255, 179, 0, 0.5))]);

    [Fact]
    public void Shows_a_window_of_the_canvas_at_a_size()
    {
        var root = XElement.Parse(SvgWriter.Write([], new Box(10, 20.5, 30, 40), new CanvasSize(15, 20)));
        Assert.Equal("10 20.5 30 40", root.Attribute("viewBox")!.Value);
        Assert.Equal(("15", "20"), (root.Attribute("width")!.Value, root.Attribute("height")!.Value));
    }

    [Fact]
    public void Keeps_text_as_text_with_its_spaces_and_escapes_it()
    {
        var run = new TextRun(" a<b&\"c\" 利率", new FontFace("Noto Sans SC", 900), 40, 5, 60, Colour.White, new Stroke(Colour.Black, 3), -1.5);
        var text = Write(new TextNode("headline", [run], default)).Descendants(Svg + "text").Single();
        Assert.Equal(run.Text, text.Value);
        Assert.Equal("preserve", text.Attribute(XNamespace.Xml + "space")!.Value);
        Assert.Equal(
            ("'Noto Sans SC'", "900", "40", "-1.5", "stroke", "3"),
            (Of(text, "font-family"), Of(text, "font-weight"), Of(text, "font-size"), Of(text, "letter-spacing"), Of(text, "paint-order"), Of(text, "stroke-width")));
    }

    [Fact]
    public void Writes_a_gradient_once_in_canvas_pixels()
    {
        var root = Write(new PathNode("a", "M0 0H1", Gold), new PathNode("b", "M0 0H2", Gold, new Stroke(Gold, 1)));
        var gradient = root.Descendants(Svg + "linearGradient").Single();
        Assert.Equal(("userSpaceOnUse", "1", "3"), (Of(gradient, "gradientUnits"), Of(gradient, "y1"), Of(gradient, "y2")));
        Assert.Equal("0.5", Of(gradient.Elements().Last(), "stop-opacity"));
        Assert.All(root.Descendants(Svg + "path"), path => Assert.Equal($"url(#{Of(gradient, "id")})", Of(path, "fill")));
    }

    [Fact]
    public void Groups_nodes_by_role_and_never_repeats_an_id()
    {
        var root = Write(Line("button"), Line("button"), Line("logo"), Line("button"));
        Assert.Equal(["button", "logo", "button-2"], root.Elements().Select(group => Of(group, "id")));
        Assert.Equal([2, 1, 1], root.Elements().Select(group => group.Elements().Count()));
    }

    [Fact]
    public void Puts_opacity_on_the_fill_alone_but_on_the_whole_when_there_is_a_stroke()
    {
        var root = Write(Line("a") with { Opacity = 0.25 }, new PathNode("b", "M0 0H1", Colour.White, new Stroke(Colour.Black, 1)) { Opacity = 0.25 });
        var paths = root.Descendants(Svg + "path").ToList();
        Assert.Equal(("0.25", null), (Of(paths[0], "fill-opacity"), Of(paths[0], "opacity")));
        Assert.Equal((null, "0.25"), (Of(paths[1], "fill-opacity"), Of(paths[1], "opacity")));
    }

    [Fact]
    public void Puts_a_checked_drawing_into_its_box()
    {
        Assert.Empty(SafeSvgParser.Parse(Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 4"><path d="M0 0h12v4z"/></svg>"""), out var logo));
        var frame = Write(new SvgNode("logo", logo!, new Box(5, 6, 70, 80))).Descendants(Svg + "svg").First();
        Assert.Equal(("5", "6", "70", "80"), (Of(frame, "x"), Of(frame, "y"), Of(frame, "width"), Of(frame, "height")));
        Assert.Equal("0 0 12 4", Of(frame.Element(Svg + "svg")!, "viewBox"));
    }

    [Fact]
    public void Refuses_pictures_and_characters_that_XML_cannot_hold()
    {
        using var pixels = PixelImage.Create(new CanvasSize(7, 5), 4);
        Assert.Throws<ArgumentException>(() => Write(new ImageNode("hero", pixels, default)));
        Assert.Throws<ArgumentException>(() => Write(new TextNode("a", [new TextRun("\u0001", default, 1, 0, 0, Colour.White)], default)));
    }

    [Fact]
    public void Bounds_reach_as_far_as_strokes_blur_and_turns_do()
    {
        using var pixels = PixelImage.Create(new CanvasSize(7, 5), 4);
        var hero = new ImageNode("hero", pixels, new Box(0, 0, 70, 50)) { Rotation = 90, Blur = 2 };
        Assert.True(SceneBounds.Of(hero).Contains(new Box(35 - 25 - 6, 25 - 35 - 6, 62, 82)));
        Assert.True(SceneBounds.Of(new PathNode("a", "M5 5H9", null, new Stroke(Colour.White, 4))).Contains(new Box(3, 3, 8, 4)));
        Assert.True(SceneBounds.Of(new SoftNode("glow", [Line("a")], 10)).Contains(new Box(-30, -30, 61, 60)));
    }

    private static PathNode Line(string role) => new(role, "M0 0H1", Colour.White);

    private static XElement Write(params SceneNode[] nodes) =>
        XElement.Parse(SvgWriter.Write(nodes, new Box(0, 0, 70, 50), new CanvasSize(70, 50)), LoadOptions.PreserveWhitespace);

    private static string? Of(XElement element, string attribute) => element.Attribute(attribute)?.Value;
}
