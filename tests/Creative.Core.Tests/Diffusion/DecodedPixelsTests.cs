using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Diffusion;

public sealed class DecodedPixelsTests
{
    private static readonly CanvasSize Size = new(7, 5);

    private static readonly AlphaRange Veiled = new(0.08f, 0.92f);

    [Theory]
    [InlineData(0f, 0, 0)]
    [InlineData(0.08f, 0, 0)]
    [InlineData(0.5f, 0.5, 128)]
    [InlineData(0.92f, 0.92, 255)]
    [InlineData(1f, 1, 255)]
    public void Alpha_is_stretched_and_the_colour_stays(float alpha, double grey, int expected)
    {
        using var image = DecodedPixels.ToImage(Size, 4, Planes(4, (channel, _) => channel == 3 ? alpha : (float)grey / 2), Veiled);
        for (var i = 0; i < Size.Pixels; i++)
        {
            var pixel = image.Pixels.Slice(i * 4, 4);
            Assert.Equal(expected, pixel[3]);
            Assert.InRange(pixel[0], (expected / 2) - 1, (expected / 2) + 1);
        }
    }

    [Fact]
    public void Colour_never_exceeds_alpha()
    {
        using var image = DecodedPixels.ToImage(Size, 4, Planes(4, (channel, i) => channel == 3 ? i / 34f : 1), Veiled);
        for (var i = 0; i < Size.Pixels; i++)
        {
            var pixel = image.Pixels.Slice(i * 4, 4);
            Assert.True(pixel[0] <= pixel[3] && pixel[1] <= pixel[3] && pixel[2] <= pixel[3]);
        }
    }

    [Fact]
    public void Every_pixel_keeps_its_place_and_its_channel()
    {
        using var image = DecodedPixels.ToImage(Size, 4, Planes(4, (channel, i) => channel switch { 0 => i / 255f, 1 => 2 * i / 255f, 2 => 3 * i / 255f, _ => 1 }), AlphaRange.Whole);
        for (var i = 0; i < Size.Pixels; i++)
        {
            Assert.Equal([(byte)i, (byte)(2 * i), (byte)(3 * i), 255], image.Pixels.Slice(i * 4, 4).ToArray());
        }
    }

    [Fact]
    public void Without_alpha_there_are_three_channels_and_what_is_beyond_is_cut()
    {
        using var image = DecodedPixels.ToImage(Size, 3, Planes(3, (channel, i) => channel == 0 ? i - 10 : channel == 1 ? i / 255f : 0.5f), AlphaRange.Whole);
        for (var i = 0; i < Size.Pixels; i++)
        {
            Assert.Equal([i > 10 ? (byte)255 : (byte)0, (byte)i, 128], image.Pixels.Slice(i * 3, 3).ToArray());
        }
    }

    [Fact]
    public void Planes_of_another_size_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DecodedPixels.ToImage(Size, 4, new float[7 * 7 * 4], AlphaRange.Whole));

    /// <summary>Values 0 to 1 as a decoder gives them, −1 to 1.</summary>
    private static float[] Planes(int channels, Func<int, int, float> value) =>
        [.. Enumerable.Range(0, channels).SelectMany(channel => Enumerable.Range(0, 35).Select(i => (2 * value(channel, i)) - 1))];
}
