using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Drawing;

public sealed class PathFillTests
{
    private static readonly CanvasSize Size = new(121, 67);

    /// <summary>Draws nothing, but sends the path to librsvg.</summary>
    private static readonly Stroke Invisible = new(Colour.Black with { Alpha = 0 }, 0.01);

    [Theory]
    [InlineData("M10.3 5.2L110.7 20.9L60.1 60.4Z")]
    [InlineData("M-40 30L60-30L180 40L50 120Z")]
    [InlineData("M-500 10L900 12L900 14L-500 11.5Z")]
    [InlineData("M20 33a25 20 0 1 0 50 0a25 20 0 1 0-50 0zM35 33a10 8 0 1 1 20 0a10 8 0 1 1-20 0z")]
    [InlineData("M10 10C60 80 60-20 110 60C90 20 40 90 10 10")]
    [InlineData("M5 60Q30 0 60 60T115 60")]
    [InlineData("M10 10H60V50H10ZM40 30H100V60H40Z")]
    [InlineData("M60 2L75 60L30 22H90L45 60Z")]
    [InlineData("M0.5 0.5H1.25V66.5H.5ZM119 1l1.9.3v60z")]
    public void Covers_what_librsvg_covers(string data)
    {
        var paint = new LinearGradient(10, 5, 100, 60, Pictures.Stops((0.1, "#ffe080", 1), (0.6, "#00c0a0", 0.7), (1, "#4020ff", 1)));
        AssertAlike(new PathNode("a", data, paint) { Opacity = 0.9 }, new PathNode("a", data, paint, Invisible) { Opacity = 0.9 });
    }

    [Theory]
    [InlineData(60, 30, 50, 20)]
    [InlineData(-20, 80, 90, 140)]
    public void Paints_radial_gradients_as_librsvg_does(double x, double y, double radiusX, double radiusY)
    {
        var paint = new RadialGradient(x, y, radiusX, radiusY, Pictures.Stops((0, "#ffffff", 1), (0.7, "#ff8000", 0.5), (1, "#200040", 0.9)));
        AssertAlike(new PathNode("a", "M3 3L118 8L110 62L8 60Z", paint), new PathNode("a", "M3 3L118 8L110 62L8 60Z", paint, Invisible));
    }

    private static void AssertAlike(PathNode own, PathNode theirs)
    {
        var rasterizer = new Rasterizer();
        using var expected = rasterizer.Draw(Size, [Pictures.Ground(Size), theirs], null, CancellationToken.None);
        using var actual = rasterizer.Draw(Size, [Pictures.Ground(Size), own], null, CancellationToken.None);
        var (mean, share) = Golden.Compare(expected, actual);
        Assert.InRange(mean, 0, 0.0025);
        Assert.InRange(share, 0, 0.004);
    }
}
