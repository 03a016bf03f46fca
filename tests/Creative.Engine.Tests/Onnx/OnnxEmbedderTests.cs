using Creative.Core.Imaging;
using Creative.Core.Scoring;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

public sealed class OnnxEmbedderTests : IDisposable
{
    private readonly ModelCatalog _catalog = new(ModelFolder.Tiny, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

    private IImageEmbedder Embedder => _catalog.Embedder("tiny-embedder");

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_vector_has_length_1_and_is_the_same_alone_or_among_others()
    {
        using var one = Picture(16, 16, 3);
        using var two = Picture(16, 16, 91);

        var among = Embedder.Embed([one, two, one], CancellationToken.None);
        var alone = Embedder.Embed([two], CancellationToken.None);

        Assert.All(among, vector => Assert.Equal(1, vector.Sum(v => v * v), 1e-5));
        Assert.Equal(among[0], among[2]);
        Assert.Equal(among[1], alone[0]);
        Assert.NotEqual(among[0], among[1]);
        Assert.Equal(Embedder.Length, alone[0].Length);
    }

    [Theory]
    [InlineData(40, 24)]
    [InlineData(9, 33)]
    public void A_picture_that_is_no_square_is_fitted_in_with_nothing_around_it(int width, int height)
    {
        var side = Math.Max(width, height);
        using var picture = Picture(width, height, 5);
        using var framed = PixelImage.Create(new CanvasSize(side, side), 4);
        var (left, top) = ((side - width) / 2, (side - height) / 2);
        for (var y = 0; y < height; y++)
        {
            picture.Row(y).CopyTo(framed.Row(top + y)[(left * 4)..]);
        }

        var vectors = Embedder.Embed([picture, framed], CancellationToken.None);

        // Not equal to the last digit: margins fall between pixels of the small size.
        Assert.True(vectors[0].Zip(vectors[1], (a, b) => a * b).Sum() > 0.98);
    }

    [Fact]
    public void A_picture_ten_times_as_large_gives_nearly_the_same_vector()
    {
        using var small = Picture(16, 16, 7);
        using var large = PixelImage.Create(new CanvasSize(160, 160), 4);
        for (var y = 0; y < 160; y++)
        {
            for (var x = 0; x < 160; x++)
            {
                small.Row(y / 10).Slice(x / 10 * 4, 4).CopyTo(large.Row(y)[(x * 4)..]);
            }
        }

        var vectors = Embedder.Embed([small, large], CancellationToken.None);

        Assert.True(vectors[0].Zip(vectors[1], (a, b) => a * b).Sum() > 0.99);
    }

    [Fact]
    public void A_picture_without_alpha_counts_as_solid()
    {
        using var solid = PixelImage.Create(new CanvasSize(24, 20), 4);
        using var plain = PixelImage.Create(new CanvasSize(24, 20), 3);
        solid.Pixels.Fill(255);
        plain.Pixels.Fill(255);

        var vectors = Embedder.Embed([solid, plain], CancellationToken.None);

        Assert.All(vectors[0].Zip(vectors[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void None_or_too_many_pictures_are_refused()
    {
        using var image = Picture(16, 16, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => Embedder.Embed([], CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Embedder.Embed([.. Enumerable.Repeat(image, 65)], CancellationToken.None));
    }

    private static PixelImage Picture(int width, int height, int seed)
    {
        var image = PixelImage.Create(new CanvasSize(width, height), 4);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var alpha = (byte)(255 * (x + y) / (width + height));
                var pixel = image.Row(y).Slice(x * 4, 4);
                (pixel[0], pixel[1], pixel[2], pixel[3]) = ((byte)(alpha * seed / 100), (byte)(alpha * (100 - seed) / 100), (byte)(alpha / 2), alpha);
            }
        }

        return image;
    }
}
