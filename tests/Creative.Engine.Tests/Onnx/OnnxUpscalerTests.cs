using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

/// <summary>With a graph that repeats each pixel four times across and down, so that every pixel of the result is known.</summary>
public sealed class OnnxUpscalerTests : IDisposable
{
    private readonly ModelCatalog _catalog = new(ModelFolder.Tiny, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

    private IImageUpscaler Upscaler => _catalog.Upscaler("tiny-upscaler");

    public void Dispose() => _catalog.Dispose();

    [Theory]
    [InlineData(8, 12, 4)]
    [InlineData(7, 5, 4)]
    [InlineData(1, 9, 4)]
    [InlineData(13, 6, 3)]
    public void Any_size_is_enlarged_and_no_padding_is_left(int width, int height, int channels)
    {
        using var image = Picture(width, height, channels);

        using var large = Upscaler.Upscale(image, CancellationToken.None);

        Assert.Equal((new CanvasSize(4 * width, 4 * height), channels), (large.Size, large.Channels));
        for (var y = 0; y < large.Size.Height; y++)
        {
            for (var x = 0; x < large.Size.Width; x++)
            {
                var expected = image.Row(y / 4).Slice(x / 4 * channels, channels);
                Assert.True(expected.SequenceEqual(large.Row(y).Slice(x * channels, channels)), $"({x}, {y})");
            }
        }
    }

    [Fact]
    public async Task Pictures_of_several_sizes_at_the_same_time_do_not_disturb_each_other()
    {
        var results = await Task.WhenAll(Enumerable.Range(3, 6).Select(side => Task.Run(() =>
        {
            using var image = Picture(side, side + 5, 4);
            using var large = Upscaler.Upscale(image, CancellationToken.None);
            return (Expected: image.Pixels[^1], Found: large.Pixels[^1]);
        })));

        Assert.All(results, result => Assert.Equal(result.Expected, result.Found));
    }

    [Fact]
    public void Stops_when_told_to()
    {
        using var image = Picture(6, 4, 4);
        Assert.Throws<OperationCanceledException>(() => Upscaler.Upscale(image, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_model_of_another_kind_is_refused()
    {
        var error = Assert.Throws<InvalidModelException>(() => _catalog.Upscaler("tiny-layout"));
        Assert.Contains("is a model of kind Layout, not Upscaler", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_number_of_its_section_is_named()
    {
        using var folder = ModelFolder.CopyOf(ModelFolder.Tiny, "tiny-upscaler");
        folder.Edit("tiny-upscaler", json => (json["upscaler"]!["scale"], json["upscaler"]!["multiple"]) = (9, 0));

        var error = Assert.Throws<InvalidModelException>(() => ModelManifest.Read(Path.Combine(folder.Path, "tiny-upscaler")));

        Assert.Contains("upscaler.scale: 9 is not a whole number from 2 to 4", error.Message, StringComparison.Ordinal);
        Assert.Contains("upscaler.multiple: 0 is not a whole number from 1 to 64", error.Message, StringComparison.Ordinal);
    }

    private static PixelImage Picture(int width, int height, int channels)
    {
        var image = PixelImage.Create(new CanvasSize(width, height), channels);
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            image.Pixels[i] = (byte)(i % channels == 3 ? 255 : i * 37);
        }

        return image;
    }
}
