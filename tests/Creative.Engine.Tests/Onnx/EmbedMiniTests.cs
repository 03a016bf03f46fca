using System.Text.Json;
using Creative.Core.Imaging;
using Creative.Core.Scoring;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

/// <summary>The shipped embedder against what PyTorch computed when it was exported: models/embed-mini/testdata/reference.json.</summary>
public sealed class EmbedMiniTests : IDisposable
{
    private readonly ModelCatalog _catalog = new(ShippedModels.Folder, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

    private IImageEmbedder Embedder => _catalog.Embedder("embed-mini");

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void The_test_picture_has_the_vector_that_torch_gives_it()
    {
        using var reference = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ShippedModels.Folder, "embed-mini", "testdata", "reference.json")));
        var expected = reference.RootElement.GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle()).ToArray();
        using var picture = WavePicture.Of(new CanvasSize(256, 256));

        var vector = Embedder.Embed([picture], default)[0];

        Assert.Equal((96, 96), (Embedder.Length, vector.Length));

        // The picture goes in as bytes, so a half of one of 255 steps may be lost.
        Assert.All(expected.Zip(vector), pair => Assert.Equal(pair.First, pair.Second, 0.005f));
    }

    [Theory]
    [InlineData(24, 40)]
    [InlineData(300, 128)]
    public void Pictures_of_any_size_have_vectors_of_length_1(int width, int height)
    {
        using var picture = WavePicture.Of(new CanvasSize(width, height));

        var vector = Embedder.Embed([picture], default)[0];

        Assert.Equal(1, vector.Sum(value => (double)value * value), 1e-5);
    }

    [Fact]
    public void A_stray_stroke_moves_the_vector_more_than_a_grain_of_noise()
    {
        using var plain = Disc(_ => 0);
        using var grainy = Disc(i => i % 2);
        using var stroked = Disc(_ => 0);
        for (var y = 100; y < 106; y++)
        {
            for (var x = 90; x < 150; x++)
            {
                ((byte[])[20, 200, 60, 255]).CopyTo(stroked.Row(y)[(x * 4)..]);
            }
        }

        var vectors = Embedder.Embed([plain, grainy, stroked], default);

        Assert.True(Distance(vectors[0], vectors[2]) > 3 * Distance(vectors[0], vectors[1]), $"{Distance(vectors[0], vectors[2])} against {Distance(vectors[0], vectors[1])}");
    }

    private static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    /// <summary>A red disc on nothing; noise is added to its red.</summary>
    private static PixelImage Disc(Func<int, int> noise)
    {
        var image = PixelImage.Create(new CanvasSize(256, 256), 4);
        for (var i = 0; i < 256 * 256; i++)
        {
            if (Math.Pow((i % 256) - 128, 2) + Math.Pow((i / 256) - 128, 2) < 100 * 100)
            {
                ((byte[])[(byte)(200 + noise(i)), 30, 30, 255]).CopyTo(image.Pixels[(4 * i)..]);
            }
        }

        return image;
    }
}
