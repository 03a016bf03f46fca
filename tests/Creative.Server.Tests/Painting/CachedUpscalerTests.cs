using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Server.Painting;
using Creative.Server.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Creative.Server.Tests.Painting;

public sealed class CachedUpscalerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Repeating _real = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_pixels_are_enlarged_once_even_by_a_server_started_anew()
    {
        var first = Upscale(Upscaler(), 7);
        var again = Upscale(Upscaler(), 7);

        Assert.Equal(1, _real.Count);
        Assert.Equal(first, again);
    }

    [Fact]
    public void Other_pixels_and_other_weights_are_enlarged_anew()
    {
        Upscale(Upscaler(), 7);
        Upscale(Upscaler(), 8);
        _real.Model = _real.Model with { Sha256 = "other" };
        Upscale(Upscaler(), 7);

        Assert.Equal(3, _real.Count);
    }

    private CachedUpscaler Upscaler() => new(_real, new ElementCache(_folder.Path, 1 << 20, NullLogger<ElementCache>.Instance));

    private static byte[] Upscale(CachedUpscaler upscaler, byte value)
    {
        using var image = PixelImage.Create(new CanvasSize(5, 3), 4);
        image.Pixels.Fill(value);
        using var large = upscaler.Upscale(image, CancellationToken.None);
        Assert.Equal(new CanvasSize(10, 6), large.Size);
        return large.Pixels.ToArray();
    }

    /// <summary>Twice as large, every byte the first of the picture.</summary>
    private sealed class Repeating : IImageUpscaler
    {
        public int Count { get; private set; }

        public ModelIdentity Model { get; set; } = new("repeating", "1.0.0", "weights");

        public int Scale => 2;

        public PixelImage Upscale(PixelImage image, CancellationToken cancellation)
        {
            Count++;
            var large = PixelImage.Create(new CanvasSize(image.Size.Width * 2, image.Size.Height * 2), image.Channels);
            large.Pixels.Fill(image.Pixels[0]);
            return large;
        }
    }
}
