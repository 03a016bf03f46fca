using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging;
using Creative.Engine.Imaging.Fonts;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Fonts;

public sealed class FontCatalogTests
{
    private const double Size = 100;

    private static readonly FontCatalog Fonts = new();

    [Fact]
    public void Knows_the_installed_families_in_order() =>
        Assert.Equal(["Inter", "Montserrat", "Noto Sans SC", "Noto Serif SC", "ZCOOL KuaiLe", "ZCOOL XiaoWei"], Fonts.Families);

    [Theory]
    [InlineData("18权益加磅", "Noto Sans SC", 900)]
    [InlineData("省的不止一点点！", "Noto Sans SC", 400)]
    [InlineData("理财非存款，投资须谨慎。", "Noto Serif SC", 700)]
    [InlineData("AVATAR To fly", "Montserrat", 700)]
    [InlineData("office 4.85%", "Inter", 300)]
    [InlineData("快乐", "ZCOOL KuaiLe", 400)]
    [InlineData("j", "Inter", 900)]
    public void Measures_to_half_a_pixel_what_is_drawn_at_100_pixels(string text, string family, int weight)
    {
        var face = new FontFace(family, weight);
        var extent = Fonts.Measure(text, face);
        var ink = Ink(new TextRun(text, face, Size, 100, 200, Colour.White));
        Assert.InRange(100 + (extent.InkLeft * Size), ink.X - 0.5, ink.X + 0.5);
        Assert.InRange(200 + (extent.InkTop * Size), ink.Y - 0.5, ink.Y + 0.5);
        Assert.InRange(100 + (extent.InkRight * Size), ink.Right - 0.5, ink.Right + 0.5);
        Assert.InRange(200 + (extent.InkBottom * Size), ink.Bottom - 0.5, ink.Bottom + 0.5);
    }

    [Fact]
    public void Advances_by_whole_ems_in_Chinese_and_kerns_in_Latin()
    {
        Assert.Equal(7, Fonts.Measure("利率低至一折起", new FontFace("Noto Sans SC", 500)).Advance, 3);
        var face = new FontFace("Montserrat", 700);
        Assert.True(Fonts.Measure("AV", face).Advance < Fonts.Measure("A", face).Advance + Fonts.Measure("V", face).Advance - 0.02);
    }

    [Fact]
    public void Counts_spaces_inside_and_alone()
    {
        var face = new FontFace("Inter", 400);
        var space = Fonts.Measure(" ", face);
        Assert.InRange(space.Advance, 0.2, 0.4);
        Assert.Equal((0, 0), (space.InkRight, space.InkBottom));
        Assert.InRange(Fonts.Measure("a b", face).Advance - Fonts.Measure("ab", face).Advance, space.Advance - 0.01, space.Advance + 0.01);
        Assert.Equal(default, Fonts.Measure("", face));
    }

    [Fact]
    public void Refuses_a_font_that_is_not_installed() =>
        Assert.Contains("Comic Sans", Assert.Throws<ArgumentException>(() => Fonts.Measure("a", new FontFace("Comic Sans", 400))).Message, StringComparison.Ordinal);

    [Fact]
    public void Names_the_characters_that_a_family_lacks_once_each()
    {
        Assert.Empty(Fonts.MissingGlyphs("18权益加磅，AI生成 100%\n", "Noto Sans SC"));
        Assert.Equal(["😀", "ख"], Fonts.MissingGlyphs("a😀利😀ख", "Noto Sans SC"));
        Assert.Equal(["权"], Fonts.MissingGlyphs("A权", "Inter"));
    }

    /// <summary>Box around what a run paints; an edge pixel counts by how much of it is covered.</summary>
    private static Box Ink(TextRun run)
    {
        var size = new CanvasSize(1700, 320);
        using var drawn = new Rasterizer().Draw(size, [new TextNode("a", [run], size.Bounds)], null, CancellationToken.None);
        var columns = new int[size.Width];
        var rows = new int[size.Height];
        for (var y = 0; y < size.Height; y++)
        {
            var row = drawn.Row(y);
            for (var x = 0; x < size.Width; x++)
            {
                columns[x] = Math.Max(columns[x], row[x * 3]);
                rows[y] = Math.Max(rows[y], row[x * 3]);
            }
        }

        var (left, right) = (Array.FindIndex(columns, value => value > 8), Array.FindLastIndex(columns, value => value > 8));
        var (top, bottom) = (Array.FindIndex(rows, value => value > 8), Array.FindLastIndex(rows, value => value > 8));
        var (x0, y0) = (left + 1 - (columns[left] / 255d), top + 1 - (rows[top] / 255d));
        return new Box(x0, y0, right + (columns[right] / 255d) - x0, bottom + (rows[bottom] / 255d) - y0);
    }
}
