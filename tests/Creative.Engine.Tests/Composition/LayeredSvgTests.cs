using System.Xml.Linq;
using Creative.Core.Composition;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Imaging.Metadata;
using Creative.Core.Placements;
using Creative.Core.Scenes;
using Creative.Engine.Imaging;
using Creative.Engine.Tests.Imaging;
using Xunit;
using Xunit.Abstractions;

namespace Creative.Engine.Tests.Composition;

/// <summary>The layered document of a real picture, drawn again by programs that know nothing of us.</summary>
public sealed class LayeredSvgTests(Campaign campaign, ITestOutputHelper output) : IClassFixture<Campaign>
{
    /// <summary>
    /// Distances in OKLab, 0.02 is just noticeable side by side: mean over the picture, and over the worst 16 × 16 pixels, where
    /// no part may be missing, moved or in another colour. Measured over twelve pictures: librsvg 0.0021 and 0.047 at most,
    /// Chromium, which blackens letters in its own way and has no fonts but those in the document, 0.0092 and 0.123.
    /// </summary>
    private sealed record Allowed(double Mean, double Place);

    private static readonly Allowed ByLibrsvg = new(0.003, 0.06);
    private static readonly Allowed ByChromium = new(0.012, 0.15);

    private static readonly XNamespace SvgSpace = "http://www.w3.org/2000/svg";
    private static readonly Rasterizer Rasterizer = new();

    public static TheoryData<string, int, int> Looks()
    {
        var looks = new TheoryData<string, int, int>();
        foreach (var style in StyleTable.All)
        {
            looks.Add(style.Id, 600, 314);
            looks.Add(style.Id, 320, 480);
        }

        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void Librsvg_draws_the_same_picture(string style, int width, int height) =>
        Check(style, new CanvasSize(width, height), "librsvg", ByLibrsvg, Svg.ByLibrsvg);

    [ChromiumTheory]
    [MemberData(nameof(Looks))]
    public void Chromium_draws_the_same_picture(string style, int width, int height) =>
        Check(style, new CanvasSize(width, height), "chromium", ByChromium, (document, size) => Svg.ByChromium(ChromiumTheoryAttribute.Path!, document, size));

    [Fact]
    public void Keeps_words_as_words_in_a_layer_of_their_role_with_the_AI_label_in_the_metadata()
    {
        var root = Draw("festive", new CanvasSize(600, 314), (scene, document) => XElement.Load(new MemoryStream(document)));

        var layers = root.Elements(SvgSpace + "g").ToDictionary(layer => layer.Attribute("id")!.Value);
        Assert.All(["background", "headline", "call_to_action", "logo", "ai_label"], role => Assert.Contains(role, layers.Keys));
        Assert.Equal("call to action", layers["call_to_action"].Attribute("aria-label")!.Value);
        Assert.All(layers.Values, layer => Assert.Equal("layer", layer.Attribute(XName.Get("groupmode", "http://www.inkscape.org/namespaces/inkscape"))!.Value));
        Assert.Equal("AI生成", layers["ai_label"].Element(SvgSpace + "text")!.Value);
        Assert.Contains("sans-serif", layers["headline"].Descendants(SvgSpace + "tspan").First().Attribute("font-family")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("data:image/png;base64,iVBOR", root.Descendants(SvgSpace + "image").First().Attribute(XName.Get("href", "http://www.w3.org/1999/xlink"))!.Value, StringComparison.Ordinal);
        Assert.Contains("\"ProduceID\":\"asset-id\"", root.Element(SvgSpace + "metadata")!.Value, StringComparison.Ordinal);
    }

    private void Check(string style, CanvasSize size, string program, Allowed allowed, Func<byte[], CanvasSize, PixelImage> other) => Draw(style, size, (scene, document) =>
    {
        using var ours = Rasterizer.Draw(scene.Size, scene.Nodes, null, CancellationToken.None);
        using var theirs = other(document, size);
        var (mean, _) = Golden.Compare(ours, theirs);
        var worst = Golden.WorstPlace(ours, theirs, 16);
        output.WriteLine($"{program}, {style} {size}: {mean:0.0000} on average, {worst.Distance:0.000} at {worst.X},{worst.Y}; {document.Length:N0} bytes");
        if (mean > allowed.Mean || worst.Distance > allowed.Place)
        {
            Golden.Leave(nameof(LayeredSvgTests), $"{program}-{style}-{size}", ours, theirs);
        }

        Assert.InRange(mean, 0, allowed.Mean);
        Assert.InRange(worst.Distance, 0, allowed.Place);
        return true;
    });

    /// <summary>Composes a picture and hands over its scene and its document while the scene lives.</summary>
    private T Draw<T>(string style, CanvasSize size, Func<Scene, byte[], T> look)
        where T : notnull
    {
        var (brief, brand) = campaign.Sample("chengya-benefit-day");
        var concept = campaign.Composer.Conceive(brief with { Style = style }, brand)[0];
        using var art = campaign.Composer.Paint(concept, new PaintSettings(Steps: 4, Candidates: 1), null, CancellationToken.None);
        T? seen = default;
        var outcome = campaign.Composer.Compose(
            brief, brand, concept, art, PlacementCatalog.Custom(size), CancellationToken.None,
            scene => seen = look(scene, LayeredSvg.Write(scene, "18 权益日", AigcLabel.FirstWritten(ProviderCode.Sample, "asset-id"), Svg.Files(Rasterizer))));
        Assert.IsType<Delivered>(outcome);
        return seen!;
    }
}
