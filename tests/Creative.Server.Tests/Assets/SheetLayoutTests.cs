using Creative.Core.Imaging;
using Creative.Server.Assets;

namespace Creative.Server.Tests.Assets;

public sealed class SheetLayoutTests
{
    private static readonly CanvasSize[] Sizes = [new(1200, 628), new(300, 250), new(728, 90), new(160, 600), new(640, 480), new(1920, 320), new(90, 728)];

    [Theory]
    [InlineData(600, 60)]
    [InlineData(2400, 220)]
    [InlineData(900, 600)]
    public void Keeps_pictures_on_the_page_apart_and_in_shape(int width, int rowHeight)
    {
        CanvasSize[] many = [.. Enumerable.Range(0, 60).Select(i => Sizes[i % Sizes.Length])];
        var layout = SheetLayout.For(many, width, rowHeight, titled: true);
        Assert.Equal(many.Length, layout.Pictures.Length);
        Assert.InRange(layout.Page.Height, 100, 8192);
        for (var i = 0; i < many.Length; i++)
        {
            var box = layout.Pictures[i];
            Assert.True(layout.Page.Bounds.Contains(box), $"{box} on {layout.Page}");
            Assert.InRange(box.Height, 1, rowHeight);
            Assert.InRange(box.Width, (box.Height * many[i].Ratio) - 1.5, (box.Height + 1) * many[i].Ratio + 1);
            Assert.DoesNotContain(layout.Pictures.Skip(i + 1), other => other.Overlaps(box with { Height = box.Height + layout.CaptionHeight }));
        }
    }
}
