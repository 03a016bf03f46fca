using Creative.Studio.Rendering;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;
using Xunit;

namespace Creative.Studio.Tests.Staging;

public sealed class StageTests
{
    public static IEnumerable<object[]> Views() =>
        Elements.Shapes.SelectMany(shape => Elements.Views.Select(view => new object[] { shape.Number, view }));

    [Theory]
    [MemberData(nameof(Views))]
    public void The_unmoved_pose_fills_nine_tenths_and_stands_in_the_middle(int shape, string view)
    {
        var scene = Stage.Set(Elements.Shapes[shape], view, (0, 0, 0));
        var (left, top, right, bottom) = SurfaceMap.Bounds(scene, 200)!.Value;

        Assert.InRange(Math.Max(right - left + 1, bottom - top + 1), 176, 184);
        Assert.InRange(left + right, 195, 203);
        Assert.InRange(top + bottom, 195, 203);
    }

    [Fact]
    public void A_moved_pose_keeps_the_frame_of_its_view()
    {
        var still = Stage.Set(Elements.Shapes[4], "right view", (0, 0, 0));
        var moved = Stage.Set(Elements.Shapes[4], "right view", (1, -1, 0.5));

        Assert.Equal((still.Scale, still.PanX, still.PanY), (moved.Scale, moved.PanX, moved.PanY));
        Assert.NotEqual(still.Rotation, moved.Rotation);
    }

    [Fact]
    public void An_unknown_view_is_refused_with_what_there_is() =>
        Assert.Contains("top view", Assert.Throws<ArgumentOutOfRangeException>(() => Poses.Of(Elements.Classes[0], "bird view")).Message, StringComparison.Ordinal);
}
