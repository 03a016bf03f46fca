using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging;
using Creative.Engine.Imaging.Fonts;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Fonts;

/// <summary>What some installed font can draw is never a box.</summary>
public sealed class ScriptsTests
{
    private static readonly FontCatalog Fonts = new();

    [Theory]
    [InlineData("Привет")]
    [InlineData("Ελλάδα")]
    [InlineData("かな")]
    public void A_script_that_another_family_has_is_drawn_with_its_own_letters(string text)
    {
        Assert.DoesNotContain(text, c => Fonts.Families.All(f => Fonts.MissingGlyphs(c.ToString(), f).Count > 0));

        var pictures = text.Distinct().Select(c => Ink(c.ToString())).ToArray();
        Assert.Equal(pictures.Length, pictures.Distinct(StringComparer.Ordinal).Count());
    }

    // Boxes for missing glyphs all look the same.
    private static string Ink(string letter)
    {
        var size = new CanvasSize(90, 120);
        var run = new TextRun(letter, new FontFace("Noto Sans SC", 700), 80, 5, 95, Colour.White);
        using var drawn = new Rasterizer().Draw(size, [new TextNode("a", [run], size.Bounds)], null, CancellationToken.None);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(drawn.Pixels));
    }
}
