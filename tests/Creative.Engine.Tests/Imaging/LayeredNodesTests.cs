using Creative.Core.Imaging;
using Creative.Core.Imaging.Metadata;
using Creative.Core.Scenes;
using Creative.Engine.Imaging;
using Xunit;

namespace Creative.Engine.Tests.Imaging;

/// <summary>Every kind of node and blend in a layered document, drawn again by other programs.</summary>
public sealed class LayeredNodesTests
{
    private const double MeanAllowed = 0.008;
    private const double PlaceAllowed = 0.08;

    private static readonly CanvasSize Canvas = new(240, 150);

    /// <summary>librsvg does not know how to add, and screens instead.</summary>
    [Theory]
    [InlineData(Blend.Over)]
    [InlineData(Blend.Multiply)]
    [InlineData(Blend.Screen)]
    [InlineData(Blend.Overlay)]
    [InlineData(Blend.SoftLight)]
    public void Librsvg_blends_turns_and_blurs_as_we_do(Blend blend) => Check(blend, Svg.ByLibrsvg);

    [ChromiumTheory]
    [InlineData(Blend.Over)]
    [InlineData(Blend.Multiply)]
    [InlineData(Blend.Screen)]
    [InlineData(Blend.Overlay)]
    [InlineData(Blend.SoftLight)]
    [InlineData(Blend.Add)]
    public void Chromium_blends_turns_and_blurs_as_we_do(Blend blend) =>
        Check(blend, (document, size) => Svg.ByChromium(ChromiumTheoryAttribute.Path!, document, size));

    private static void Check(Blend blend, Func<byte[], CanvasSize, PixelImage> other)
    {
        var files = new Rasterizer();
        using var egg = Pictures.Egg(new CanvasSize(120, 90));
        SceneNode[] nodes =
        [
            Pictures.Ground(Canvas),
            new ImageNode("shadow", egg, new Box(25, 40, 100, 70)) { Silhouette = Colour.Black with { Alpha = 0.6 }, Blur = 6, Rotation = 10 },
            new ImageNode("hero", egg, new Box(20, 25, 100, 75)) { Rotation = 25, Mirrored = true },
            new ImageNode("hero", egg, new Box(130, 20, 80, 60)) { Blend = blend, Opacity = 0.8 },
            new SoftNode("glow", [new PathNode("glow", "M140 70H220V130H140Z", Colour.Parse("#40c0ff"))], 8) { Blend = blend },
        ];

        using var ours = files.Draw(Canvas, nodes, null, CancellationToken.None);
        using var theirs = other(LayeredSvg.Write(new Scene(Canvas, [.. nodes]), "nodes", AigcLabel.FirstWritten(ProviderCode.Sample, "id"), Svg.Files(files)), Canvas);

        Assert.InRange(Golden.Compare(ours, theirs).Mean, 0, MeanAllowed);
        Assert.InRange(Golden.WorstPlace(ours, theirs, 16).Distance, 0, PlaceAllowed);
    }
}
