using Creative.Bench.Elements.Reading;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Bench.Tests.Elements.Reading;

public sealed class BlockMeansTests
{
    [Fact]
    public void Each_number_is_the_mean_of_a_block_of_its_channel_from_minus_1_to_1()
    {
        using var picture = PixelImage.Create(new CanvasSize(4, 4), 4);
        picture.Pixels.Clear();
        picture.Row(0)[0] = 255; // red of one pixel of four
        for (var x = 2; x < 4; x++)
        {
            picture.Row(2)[(x * 4) + 3] = picture.Row(3)[(x * 4) + 3] = 255;
        }

        var planes = BlockMeans.Planes(picture, 2);

        float[] expected = [-.5f, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1];
        Assert.All(expected.Zip(planes), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }
}
