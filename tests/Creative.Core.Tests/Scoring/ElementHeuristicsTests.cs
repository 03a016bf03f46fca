using Creative.Core.Imaging;
using Creative.Core.Scoring;
using Xunit;

namespace Creative.Core.Tests.Scoring;

public sealed class ElementHeuristicsTests
{
    private static readonly CanvasSize Size = new(70, 50);

    private static readonly ElementHeuristics Scorer = new();

    [Fact]
    public void A_clean_disc_of_the_right_colour_scores_high()
    {
        var score = Score(Disc);
        Assert.InRange(score.Value, 0.9, 1);
        Assert.Equal(["coverage", "veil", "strays", "cut", "sharpness", "hue"], score.Figures.Select(figure => figure.Name));
    }

    [Fact]
    public void Nothing_at_all_scores_zero() => Assert.Equal(0, Score((_, _) => default).Value);

    [Fact]
    public void A_veil_over_the_background_costs()
    {
        var veiled = Score((x, y) => Disc(x, y) is { A: > 0 } pixel ? pixel : Rgba(20, 10, 0, 60));
        Assert.Equal(0, Figure(veiled, "veil").Score);
        Assert.Equal(1, Figure(Score(Disc), "veil").Score);
    }

    [Fact]
    public void A_soft_edge_is_no_veil()
    {
        var soft = Score((x, y) => Radius(x, y) is > 15 and <= 17 ? Rgba(75, 50, 0, 100) : Disc(x, y));
        Assert.Equal(1, Figure(soft, "veil").Score);
    }

    [Fact]
    public void Crumbs_cost_and_a_second_part_does_not()
    {
        var crumbs = Score((x, y) => y == 2 && x % 2 == 0 ? Rgba(200, 130, 0, 255) : Disc(x, y));
        Assert.InRange(Figure(crumbs, "strays").Score, 0, 0.2);
        var second = Score((x, y) => x is > 2 and < 12 && y is > 2 and < 12 ? Rgba(200, 130, 0, 255) : Disc(x, y));
        Assert.Equal(0, Figure(second, "strays").Measured);
    }

    [Fact]
    public void An_element_cut_off_by_the_border_costs()
    {
        var cut = Score((x, y) => x < 40 ? Paint(x, y) : default);
        Assert.Equal(0, Figure(cut, "cut").Score);
        Assert.Equal(0, Figure(Score(Disc), "cut").Measured);
    }

    [Theory]
    [InlineData(2, 0.1)]
    [InlineData(5, 0.3)]
    [InlineData(60, 0.1)]
    public void Too_small_and_too_large_cost(int radius, double most) =>
        Assert.InRange(Figure(Score((x, y) => Radius(x, y) <= radius ? Paint(x, y) : default), "coverage").Score, 0, most);

    [Fact]
    public void A_flat_colour_is_less_sharp_than_a_textured_one()
    {
        var flat = Score((x, y) => Radius(x, y) <= 16 ? Rgba(200, 130, 0, 255) : default);
        Assert.True(Figure(flat, "sharpness").Score < Figure(Score(Disc), "sharpness").Score);
    }

    [Theory]
    [InlineData("gold coin, star", 1, 1)]
    [InlineData("blue coin, star", 0, 0)]
    [InlineData("silver coin, star", 0, 0.1)]
    [InlineData("rose gold coin, star", 0.5, 1)]
    public void The_hue_is_compared_with_the_prompt(string prompt, double least, double most) =>
        Assert.InRange(Figure(Score(Disc, prompt), "hue").Score, least, most);

    [Fact]
    public void A_prompt_without_a_colour_is_not_judged_by_it() =>
        Assert.DoesNotContain(Score(Disc, "coin").Figures, figure => figure.Name == "hue");

    [Fact]
    public void An_image_without_alpha_is_refused()
    {
        using var image = PixelImage.Create(Size, 3);
        Assert.Throws<ArgumentException>(() => Scorer.Score(image, "gold coin"));
    }

    /// <summary>A striped gold disc with a radius of 16 in the middle.</summary>
    private static (byte R, byte G, byte B, byte A) Disc(int x, int y) => Radius(x, y) <= 16 ? Paint(x, y) : default;

    private static (byte R, byte G, byte B, byte A) Paint(int x, int y) =>
        (x + y) % 4 < 2 ? Rgba(230, 160, 20, 255) : Rgba(200, 130, 10, 255);

    private static (byte R, byte G, byte B, byte A) Rgba(byte r, byte g, byte b, byte a) => (r, g, b, a);

    private static double Radius(int x, int y) => Math.Sqrt(Math.Pow(x - 35, 2) + Math.Pow(y - 25, 2));

    private static ElementFigure Figure(ElementScore score, string name) => Assert.Single(score.Figures, figure => figure.Name == name);

    private static ElementScore Score(Func<int, int, (byte R, byte G, byte B, byte A)> paint, string prompt = "gold coin, star")
    {
        using var image = PixelImage.Create(Size, 4);
        for (var y = 0; y < Size.Height; y++)
        {
            for (var x = 0; x < Size.Width; x++)
            {
                var (r, g, b, a) = paint(x, y);
                ((ReadOnlySpan<byte>)[r, g, b, a]).CopyTo(image.Row(y)[(4 * x)..]);
            }
        }

        return Scorer.Score(image, prompt);
    }
}
