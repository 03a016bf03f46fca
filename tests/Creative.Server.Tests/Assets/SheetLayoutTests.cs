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
        Assert.Equal(many.Length, layout.Cells.Length);
        Assert.InRange(layout.Page.Height, 100, 8192);
        Box[] cells = [.. layout.Cells.Select(cell => cell.Picture with { Width = cell.CaptionWidth, Height = cell.Picture.Height + SheetLayout.Caption })];
        for (var i = 0; i < many.Length; i++)
        {
            var picture = layout.Cells[i].Picture;
            Assert.True(layout.Page.Bounds.Contains(cells[i]), $"{cells[i]} on {layout.Page}");
            Assert.InRange(picture.Height, 1, Math.Min(rowHeight, many[i].Height));
            Assert.InRange(picture.Width, ((picture.Height - 1) * many[i].Ratio) - 1, ((picture.Height + 1) * many[i].Ratio) + 1);
            Assert.DoesNotContain(cells.Skip(i + 1), other => other.Overlaps(cells[i]));
        }
    }
}
