using Creative.Studio.Rendering;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;
using Xunit;

namespace Creative.Studio.Tests.Rendering;

public sealed class SurfaceMapTests
{
    [Fact]
    public void Covers_what_the_picture_covers()
    {
        var shape = Elements.Shapes.First(shape => shape.Class.Id == "piggy-bank");
        var scene = Stage.Set(shape, "right view", (0.4, -0.3, 0.9));
        var map = new byte[50 * 50];
        SurfaceMap.Materials(scene, 50, map);
        using var picture = PictureRenderer.Render(scene, [Looks.Of(shape, "pink", "cool light", "matte")], 50, 1)[0];

        Assert.Equal(map.Select(material => material != SurfaceMap.Nothing), picture.Pixels.ToArray().Chunk(4).Select(pixel => pixel[3] == 255));
    }

    [Fact]
    public void Tells_the_parts_of_a_gift_box_apart()
    {
        var shape = Elements.Shapes.First(shape => shape.Class.Id == "gift-box");
        var map = new byte[60 * 60];
        SurfaceMap.Materials(Stage.Set(shape, "front view", (0, 0, 0)), 60, map);

        Assert.Equal(
            [(byte)MaterialRow.Main, (byte)MaterialRow.Second, (byte)MaterialRow.Trim, SurfaceMap.Nothing],
            map.Distinct().Order());
        Assert.Equal((byte)MaterialRow.Trim, map[(8 * 60) + 30]); // the bow is on top
        Assert.Equal((byte)MaterialRow.Main, map[(50 * 60) + 12]); // the box below
    }
}
