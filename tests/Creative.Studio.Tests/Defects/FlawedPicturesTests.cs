using Creative.Core.Imaging;
using Creative.Studio.Defects;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;
using Xunit;

namespace Creative.Studio.Tests.Defects;

public sealed class FlawedPicturesTests
{
    private const int Size = 72;

    private static readonly Shot Wallet = Shot.Jittered(PromptReader.Read("matte orange wallet, with card, right view, cool light"), 9);

    public static TheoryData<DefectKind> Kinds() => [.. DefectKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_defect_changes_the_picture_more_the_more_severe_it_is(DefectKind kind)
    {
        var mild = Change(kind, .4); // less blur than this is below one level of a picture of this size

        Assert.True(mild > 0, $"{mild}");
        Assert.True(Change(kind, 1) > mild);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_defect_without_severity_changes_nothing(DefectKind kind) => Assert.InRange(Change(kind, 0), 0, .02);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_gives_the_same_picture(DefectKind kind)
    {
        using var one = FlawedPictures.Draw(Wallet, Size, [(kind, .7)], 3);
        using var again = FlawedPictures.Draw(Wallet, Size, [(kind, .7)], 3);

        Assert.Equal(one.Image.Pixels.ToArray(), again.Image.Pixels.ToArray());
        Assert.Equal(one.Defects[0].Regions.ToArray(), again.Defects[0].Regions.ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_defect_is_labelled_with_where_it_is(DefectKind kind)
    {
        using var picture = FlawedPictures.Draw(Wallet, Size, [(kind, .8)], 3);
        var defect = Assert.Single(picture.Defects);

        Assert.Equal((kind, .8, DefectKinds.DimensionOf(kind)), (defect.Kind, defect.Severity, defect.Dimension));
        Assert.NotEmpty(defect.Regions);
        Assert.All(defect.Regions, box => Assert.True(box.Area > 0 && box.X >= 0 && box.Y >= 0 && box.Right <= Size && box.Bottom <= Size, $"{box}"));
    }

    [Theory]
    [InlineData(DefectKind.Strokes)]
    [InlineData(DefectKind.Specks)]
    [InlineData(DefectKind.Blob)]
    [InlineData(DefectKind.MissingPart)]
    [InlineData(DefectKind.Holes)]
    public void A_local_defect_touches_nothing_outside_its_regions(DefectKind kind)
    {
        using var fresh = FlawedPictures.Draw(Wallet, Size, [], 3);
        using var picture = FlawedPictures.Draw(Wallet, Size, [(kind, .9)], 3);
        var boxes = picture.Defects[0].Regions.Select(box => box.Grow(1.5)).ToArray();

        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                if (!boxes.Any(box => x >= box.X && x < box.Right && y >= box.Y && y < box.Bottom))
                {
                    Assert.Equal(Pixel(fresh.Image, x, y), Pixel(picture.Image, x, y));
                }
            }
        }
    }

    [Fact]
    public void Several_defects_keep_their_order()
    {
        using var picture = FlawedPictures.Draw(Wallet, Size, [(DefectKind.Holes, .5), (DefectKind.HueShift, .4)], 3);
        Assert.Equal([DefectKind.Holes, DefectKind.HueShift], picture.Defects.Select(defect => defect.Kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_defect_can_follow_a_blur(DefectKind kind)
    {
        using var picture = FlawedPictures.Draw(Wallet, Size, [(DefectKind.Blur, .9), (kind, .6)], 3);
        var pixels = picture.Image.Pixels.ToArray();

        Assert.All(pixels.Chunk(4), pixel => Assert.True(pixel.Take(3).Max() <= pixel[3], "A colour is brighter than its alpha allows."));
    }

    [Theory]
    [InlineData(-.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_severity_out_of_range_is_refused(double severity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FlawedPictures.Draw(Wallet, Size, [(DefectKind.Blur, severity)], 3));

    private static double Change(DefectKind kind, double severity)
    {
        using var fresh = FlawedPictures.Draw(Wallet, Size, [], 3);
        using var picture = FlawedPictures.Draw(Wallet, Size, [(kind, severity)], 3);
        return fresh.Image.Pixels.ToArray().Zip(picture.Image.Pixels.ToArray(), (a, b) => Math.Abs(a - b)).Average();
    }

    private static byte[] Pixel(PixelImage image, int x, int y) => image.Row(y).Slice(x * 4, 4).ToArray();
}
