using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Files;

public sealed class ImageFilesTests
{
    private static readonly Rasterizer Rasterizer = new();

    public static TheoryData<ImageFormat> Formats => [.. Enum.GetValues<ImageFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_encoded_can_be_decoded_and_looks_alike(ImageFormat format)
    {
        using var picture = Picture(new CanvasSize(121, 67));
        using var back = Rasterizer.Decode(Rasterizer.Encode(picture, format, 92));
        Assert.Equal(picture.Size, back.Size);
        Assert.InRange(Golden.Compare(picture, back).Mean, 0, format == ImageFormat.Png ? 0 : 0.02);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Quality_changes_the_size_but_not_of_PNG(ImageFormat format)
    {
        using var picture = Picture(new CanvasSize(121, 67));
        var (low, high) = (Rasterizer.Encode(picture, format, 30), Rasterizer.Encode(picture, format, 92));
        Assert.True(format == ImageFormat.Png ? low.AsSpan().SequenceEqual(high) : low.Length < high.Length);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_cut_off_file_is_refused(ImageFormat format)
    {
        using var picture = Picture(new CanvasSize(121, 67));
        var file = Rasterizer.Encode(picture, format, 85);
        Assert.Throws<InvalidDataException>(() => Rasterizer.Decode(file.AsSpan(0, file.Length * 2 / 3)));
        Assert.Throws<InvalidDataException>(() => Rasterizer.Decode(file.AsSpan(0, 20)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>")]
    [InlineData("GIF89a")]
    public void Other_files_are_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => Rasterizer.Decode(System.Text.Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.WebP)]
    public void Clear_pixels_stay_clear(ImageFormat format)
    {
        using var egg = Pictures.Egg(new CanvasSize(60, 40));
        using var back = Rasterizer.Decode(Rasterizer.Encode(egg, format, 92));
        Assert.Equal(4, back.Channels);
        Assert.Equal(0, back.Row(0)[3]);
        Assert.Equal(255, back.Row(20)[(30 * 4) + 3]);
        Assert.InRange(back.Row(20)[30 * 4] - egg.Row(20)[30 * 4], -12, 12);
    }

    [Fact]
    public void Thumbnails_keep_the_ratio_and_never_grow()
    {
        using var picture = Picture(new CanvasSize(240, 90));
        using var small = Rasterizer.Thumbnail(picture, 80);
        using var same = Rasterizer.Thumbnail(picture, 500);
        Assert.Equal(new CanvasSize(80, 30), small.Size);
        Assert.True(picture.Pixels.SequenceEqual(same.Pixels));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Refuses_a_quality_out_of_range(int quality)
    {
        using var picture = Picture(new CanvasSize(7, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rasterizer.Encode(picture, ImageFormat.Jpeg, quality));
    }

    internal static PixelImage Picture(CanvasSize size)
    {
        using var egg = Pictures.Egg(new CanvasSize(60, 40));
        SceneNode[] nodes = [Pictures.Ground(size), new ImageNode("hero", egg, new Box(size.Width * 0.4, 0, size.Width * 0.5, size.Height * 0.9))];
        return Rasterizer.Draw(size, nodes, null, CancellationToken.None);
    }
}
