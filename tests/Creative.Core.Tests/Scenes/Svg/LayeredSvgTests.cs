using System.Xml.Linq;
using Creative.Core.Imaging;
using Creative.Core.Imaging.Metadata;
using Creative.Core.Scenes;
using Xunit;

namespace Creative.Core.Tests.Scenes;

public sealed class LayeredSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";
    private static readonly CanvasSize Canvas = new(70, 50);

    [Fact]
    public void Embeds_each_image_once_and_a_silhouette_in_its_own_colour()
    {
        using var egg = PixelImage.Create(new CanvasSize(7, 5), 4);
        egg.Pixels.Fill(200);
        var seen = new List<byte[]>();
        var node = new ImageNode("hero", egg, new Box(10, 5, 28, 20));

        var root = Write(
            image =>
            {
                seen.Add(image.Pixels.ToArray());
                return [(byte)seen.Count];
            },
            node, node with { Rotation = 30, Mirrored = true }, node with { Silhouette = Colour.Parse("#ff0000") with { Alpha = 0.5 } });

        Assert.Equal(2, root.Descendants(Svg + "image").Count());
        Assert.Equal(["#image-1", "#image-1", "#image-2"], root.Descendants(Svg + "use").Select(use => use.Attribute(XLink + "href")!.Value));
        Assert.Equal("data:image/png;base64,Ag==", root.Descendants(Svg + "image").Last().Attribute(XLink + "href")!.Value);
        Assert.Equal([100, 0, 0, 100], seen[1].AsSpan(0, 4).ToArray());
        Assert.Equal(200, egg.Pixels[0]);
    }

    [Fact]
    public void Names_the_fonts_that_have_to_be_installed()
    {
        TextRun Run(string family, int weight) => new("18", new FontFace(family, weight), 12, 4, 20, Colour.Black);

        var root = Write(_ => [], new TextNode("headline", [Run("Noto Sans SC", 900), Run("Montserrat", 800), Run("Noto Sans SC", 400)], new Box(4, 8, 30, 14)));

        Assert.StartsWith("Fonts: Montserrat 800, Noto Sans SC 400 900. ", root.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Null(Write(_ => [], new PathNode("background", "M0 0H70V50H0Z", Colour.White)).Element(Svg + "desc"));
    }

    [Fact]
    public void Scales_mirrors_and_turns_around_the_centre_of_the_box()
    {
        using var egg = PixelImage.Create(new CanvasSize(7, 5), 4);

        var root = Write(_ => [1], new ImageNode("hero", egg, new Box(10, 5, 28, 20)) { Rotation = 30, Mirrored = true });

        Assert.Equal("translate(24 15) rotate(30) scale(-4 4) translate(-3.5 -2.5)", root.Descendants(Svg + "use").Single().Attribute("transform")!.Value);
    }

    [Fact]
    public void Blurs_and_blends_on_a_group_around_the_node()
    {
        var line = new PathNode("glow", "M5 5H20V9H5Z", Colour.White);

        var root = Write(_ => [], new SoftNode("glow", [line], 3) { Blend = Blend.Screen, Opacity = 0.5 }, new SoftNode("glow", [line], 2) { Blend = Blend.Add });

        var filters = root.Descendants(Svg + "filter").ToArray();
        Assert.Equal(["3", "2"], filters.Select(filter => filter.Elements().Single().Attribute("stdDeviation")!.Value));
        Assert.All(filters, filter => Assert.Equal("sRGB", filter.Attribute("color-interpolation-filters")!.Value));
        var groups = root.Element(Svg + "g")!.Elements(Svg + "g").ToArray();
        Assert.Equal(("url(#blur-1)", "0.5", "mix-blend-mode:screen"), (groups[0].Attribute("filter")!.Value, groups[0].Attribute("opacity")!.Value, groups[0].Attribute("style")!.Value));
        Assert.EndsWith("plus-lighter", groups[1].Attribute("style")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_a_role_as_one_text_with_a_span_for_each_run_and_fonts_to_fall_back_on()
    {
        var (han, latin) = (new FontFace("Noto Serif SC", 900), new FontFace("Montserrat", 800));
        var text = new TextNode("headline", [new TextRun("18", latin, 40, 5, 30, Colour.White), new TextRun(" 权益", han, 20, 40, 30, Colour.Black)], default);

        var written = Write(_ => [], text).Descendants(Svg + "text").Single();

        Assert.Equal("18 权益", written.Value);
        Assert.Equal(
            ["'Montserrat', 'Helvetica Neue', Arial, sans-serif", "'Noto Serif SC', 'Source Han Serif SC', 'Songti SC', SimSun, serif"],
            written.Elements(Svg + "tspan").Select(span => span.Attribute("font-family")!.Value));
    }

    [Fact]
    public void Says_in_its_metadata_that_it_is_made_by_AI_and_leaves_out_what_cannot_be_seen()
    {
        var root = Write(_ => [], new PathNode("background", "M0 0H70V50H0Z", Colour.White), new PathNode("ghost", "M0 0H1", Colour.White) { Opacity = 0 });

        Assert.Contains("\"Label\":\"1\"", root.Element(Svg + "metadata")!.Value, StringComparison.Ordinal);
        Assert.Equal("a & b", root.Element(Svg + "title")!.Value);
        Assert.Equal(["background"], root.Elements(Svg + "g").Select(layer => layer.Attribute("id")!.Value));
    }

    private static XElement Write(Func<PixelImage, byte[]> png, params SceneNode[] nodes)
    {
        byte[] Document() => LayeredSvg.Write(new Scene(Canvas, [.. nodes]), "a & b", AigcLabel.FirstWritten(ProviderCode.Sample, "id"), png);
        return XElement.Load(new MemoryStream(Document()), LoadOptions.PreserveWhitespace);
    }
}
