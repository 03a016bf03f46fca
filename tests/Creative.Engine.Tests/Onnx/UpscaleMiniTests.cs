using System.Text.Json;
using Creative.Core.Imaging;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

/// <summary>The shipped upscaler against what PyTorch computed when it was exported: models/upscale-mini/testdata/reference.json.</summary>
public sealed class UpscaleMiniTests : IDisposable
{
    private readonly ModelCatalog _catalog = new(ShippedModels.Folder, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void Enlarges_the_test_picture_as_torch_does()
    {
        using var reference = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ShippedModels.Folder, "upscale-mini", "testdata", "reference.json")));
        var expected = reference.RootElement.GetProperty("upscaled");
        using var image = WavePicture.Of(new CanvasSize(40, 24));

        using var large = _catalog.Upscaler("upscale-mini").Upscale(image, CancellationToken.None);

        Assert.Equal(new CanvasSize(160, 96), large.Size);

        // The picture goes in and comes out as bytes, so a half of one of 255 steps may be lost at each end.
        var sum = 0.0;
        foreach (var value in large.Pixels)
        {
            sum += (value / 127.5) - 1;
        }

        Assert.Equal(expected.GetProperty("mean").GetDouble(), sum / large.Pixels.Length, 0.004);
        var first = expected.GetProperty("first").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.All(Enumerable.Range(0, first.Length), x => Assert.Equal(first[x], (large.Row(0)[4 * x] / 127.5) - 1, 0.03));
    }

    [Theory]
    [InlineData(53, 38)]
    [InlineData(9, 64)]
    public void What_is_empty_stays_empty_what_is_solid_solid_and_no_colour_exceeds_its_alpha(int width, int height)
    {
        using var image = PixelImage.Create(new CanvasSize(width, height), 4);
        for (var y = 0; y < height; y++)
        {
            image.Row(y)[..(width / 2 * 4)].Fill(255);
        }

        using var large = _catalog.Upscaler("upscale-mini").Upscale(image, CancellationToken.None);

        for (var y = 0; y < large.Size.Height; y++)
        {
            for (var x = 0; x < large.Size.Width; x++)
            {
                var pixel = large.Row(y).Slice(4 * x, 4);
                Assert.True(Math.Max(pixel[0], Math.Max(pixel[1], pixel[2])) <= pixel[3], $"({x}, {y})");
                var fromEdge = (x + 0.5) - (width / 2 * 4);
                if (fromEdge is > 16 or < -16 && y is > 16 && y < large.Size.Height - 16)
                {
                    Assert.Equal(fromEdge < 0 ? 255 : 0, pixel[3]);
                }
            }
        }
    }
}
