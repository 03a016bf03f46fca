using System.Text;
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
    private static readonly XNamespace Inkscape = "http://www.inkscape.org/namespaces/inkscape";
    private static readonly CanvasSize Canvas = new(70, 50);

    [Fact]
    public void Embeds_an_image_once_and_a_silhouette_in_its_own_colour_where_it_is_drawn()
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
        Assert.Equal(["#image-1", "#image-1"], root.Descendants(Svg + "use").Select(use => use.Attribute(XLink + "href")!.Value));
        Assert.Equal("data:image/png;base64,Ag==", root.Element(Svg + "g")!.Descendants(Svg + "image").Single().Attribute(XLink + "href")!.Value);
        Assert.Equal([100, 0, 0, 100], seen[1].AsSpan(0, 4).ToArray());
        Assert.Equal(200, egg.Pixels[0]);
    }

    [Fact]
    public void Names_the_fonts_that_have_to_be_installed()
    {
        TextRun Run(string family, int weight) => new("18", new FontFace(family, weight), 12, 4, 20, Colour.Black);

        var root = Write(_ => [], new TextNode("headline", [Run("Noto Sans SC", 900), Run("Montserrat", 800), Run("Noto Sans SC", 400)], new Box(4, 8, 30, 14)));

        Assert.StartsWith("Fonts: Montserrat 800, Noto Sans SC 400 900. ", root.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Equal<FontFace>([new("Montserrat", 800), new("Noto Sans SC", 400), new("Noto Sans SC", 900)], SvgFaces.Of(Encoding.UTF8.GetBytes(root.ToString())));
        var wordless = Write(_ => [], new PathNode("background", "M0 0H70V50H0Z", Colour.White));
        Assert.Null(wordless.Element(Svg + "desc"));
        Assert.Empty(wordless.Descendants(Svg + "style"));
    }

    [Fact]
    public void Embeds_the_characters_in_use_of_each_face_for_browsers()
    {
        TextRun Run(string text, int weight) => new(text, new FontFace("Noto Sans SC", weight), 12, 4, 20, Colour.Black);

        var style = Write(_ => [], new TextNode("headline", [Run("权益", 900), Run("益 18", 900)], default), new TextNode("subhead", [Run("去", 400)], default))
            .Element(Svg + "defs")!.Element(Svg + "style")!.Value;

        var embedded = style.Split('\n')[1..];
        Assert.Equal(["400 去", "900  18权益"], embedded.Select(rule => Encoding.UTF8.GetString(Convert.FromBase64String(rule.Split("base64,")[1].Split(')')[0]))));
        Assert.All(embedded, rule => Assert.StartsWith("@font-face{font-family:'Noto Sans SC';font-weight:", rule, StringComparison.Ordinal));
        Assert.Contains("text-rendering:geometricPrecision", style, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_a_slight_blur_into_the_image_and_leaves_a_wide_one_to_be_changed()
    {
        using var egg = PixelImage.Create(new CanvasSize(7, 5), 4);
        var node = new ImageNode("satellite", egg, new Box(10, 5, 28, 20)) { Blur = 0.8, Rotation = 30, Mirrored = true };
        var drawn = new List<(CanvasSize Size, SceneNode Node)>();

        var root = Write(
            _ => [1],
            (size, nodes) =>
            {
                drawn.Add((size, nodes[^1]));

                // Half of white shows through a grey of 40.
                var image = PixelImage.Create(size, 3);
                image.Pixels.Fill(nodes.Count == 1 ? (byte)40 : (byte)168);
                return image;
            },
            node, node with { Blur = 2 });

        Assert.Single(root.Descendants(Svg + "filter"));
        Assert.Equal([new CanvasSize(70, 54), new CanvasSize(70, 54)], drawn.Select(one => one.Size));
        Assert.All(drawn, one => Assert.Equal((0, false), (((ImageNode)one.Node).Rotation, ((ImageNode)one.Node).Mirrored)));
        var images = root.Element(Svg + "g")!.Descendants(Svg + "image").ToArray();
        Assert.Equal(("70", "7"), (images[0].Attribute("width")!.Value, images[1].Attribute("width")!.Value));
        Assert.StartsWith("translate(24 15) rotate(30) scale(-0.497143 0.496296)", images[0].Attribute("transform")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_colours_and_effects_up_front_and_names_layers_in_words()
    {
        var fade = new LinearGradient(0, 0, 70, 0, [new(0, Colour.White), new(1, Colour.Black)]);
        var plate = new PathNode("benefit-plate", "M0 0H70V50H0Z", fade, new Stroke(Colour.Black, 1));

        var root = Write(_ => [], plate, new SoftNode("glow", [plate], 3), plate, new PathNode("ai_label", "M0 0H7", null, new Stroke(Colour.Black, 1)));

        Assert.Equal(["linearGradient", "filter"], root.Element(Svg + "defs")!.Elements().Select(element => element.Name.LocalName));
        Assert.DoesNotContain(root.Elements(Svg + "g").Descendants(), element => element.Name.LocalName is "linearGradient" or "filter");
        Assert.Equal(["Benefit plate", "Glow", "Benefit plate 2", "AI label"], root.Elements(Svg + "g").Select(layer => layer.Attribute(Inkscape + "label")!.Value));
        Assert.Equal(["stroke", "stroke", "stroke", null], root.Descendants(Svg + "path").Select(path => path.Attribute("paint-order")?.Value));
    }

    [Fact]
    public void Writes_a_look_that_all_runs_share_on_the_text()
    {
        TextRun Line(string text, double baseline) => new(text, new FontFace("Inter", 700), 12, 4, baseline, Colour.White, LetterSpacing: 0.5);

        var text = Write(_ => [], new TextNode("headline", [Line("Small change.", 20), Line("Big plans.", 34)], default)).Descendants(Svg + "text").Single();

        Assert.Equal(("700", "12", "0.5", "#ffffff"), (text.Attribute("font-weight")!.Value, text.Attribute("font-size")!.Value, text.Attribute("letter-spacing")!.Value, text.Attribute("fill")!.Value));
        Assert.All(text.Elements(), span => Assert.Equal(["x", "y"], span.Attributes().Select(attribute => attribute.Name.LocalName)));
    }

    [Fact]
    public void Scales_mirrors_and_turns_around_the_centre_of_the_box()
    {
        using var egg = PixelImage.Create(new CanvasSize(7, 5), 4);

        var root = Write(_ => [1], new ImageNode("hero", egg, new Box(10, 5, 28, 20)) { Rotation = 30, Mirrored = true });

        Assert.Equal("translate(24 15) rotate(30) scale(-4 4) translate(-3.5 -2.5)", root.Descendants(Svg + "image").Single().Attribute("transform")!.Value);
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

    private static XElement Write(Func<PixelImage, byte[]> png, params SceneNode[] nodes) =>
        Write(png, (_, _) => throw new InvalidOperationException("Nothing is to be drawn."), nodes);

    /// <summary>A font is the weight and the text that it was asked for.</summary>
    private static XElement Write(Func<PixelImage, byte[]> png, Func<CanvasSize, IReadOnlyList<SceneNode>, PixelImage> draw, params SceneNode[] nodes)
    {
        var files = new EmbeddedFiles(png, draw, (face, text) => Encoding.UTF8.GetBytes($"{face.Weight} {text}"));
        byte[] Document() => LayeredSvg.Write(new Scene(Canvas, [.. nodes]), "a & b", AigcLabel.FirstWritten(ProviderCode.Sample, "id"), files);
        return XElement.Load(new MemoryStream(Document()), LoadOptions.PreserveWhitespace);
    }
}
