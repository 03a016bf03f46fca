using System.Collections.Immutable;
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
    [InlineData("glossy gold coin, star", 1, 1)]
    [InlineData("Matte Yellow coin, star", 1, 1)]
    [InlineData("pink coin, gold star", 0, 0)]
    public void The_hue_is_compared_with_the_prompt(string prompt, double least, double most) =>
        Assert.InRange(Figure(Score(Disc, prompt), "hue").Score, least, most);

    [Theory]
    [InlineData("coin")]
    [InlineData("coin, gold star")]
    [InlineData("redwood coin, star")]
    public void A_prompt_without_a_colour_is_not_judged_by_it(string prompt) =>
        Assert.DoesNotContain(Score(Disc, prompt).Figures, figure => figure.Name == "hue");

    [Theory]
    [InlineData("blue wallet, with card", .9, 1)]
    [InlineData("gold wallet, with card", .9, 1)]
    [InlineData("green wallet, with card", 0, 0)]
    public void A_part_of_another_colour_is_no_fault(string prompt, double least, double most) =>
        Assert.InRange(Figure(Score((x, y) => x % 2 == 0 || Radius(x, y) > 16 ? Disc(x, y) : Rgba(20, 70, 220, 255), prompt), "hue").Score, least, most);

    [Fact]
    public void Sharper_than_sharp_is_no_better()
    {
        var striped = Score((x, y) => Radius(x, y) <= 16 ? x % 2 == 0 ? Rgba(230, 160, 20, 255) : Rgba(120, 80, 10, 255) : default);

        Assert.True(Figure(striped, "sharpness").Measured > 2 * Figure(Score(Disc), "sharpness").Measured);
        Assert.Equal(Score(Disc).Value, striped.Value, 12);
    }

    [Fact]
    public void What_only_one_of_the_candidates_shows_costs()
    {
        var scores = Scores([Disc, (x, y) => x is > 25 and < 45 && y is > 15 and < 35 ? Rgba(20, 70, 220, 255) : Disc(x, y), Disc, (x, y) => Disc(x - 1, y), Disc]);

        Assert.Equal(1, Enumerable.Range(0, 5).MinBy(i => scores[i].Value));
        Assert.All(scores, score => Assert.Contains(score.Figures, figure => figure.Name == LikenessFigure.Name));
        Assert.True(Figure(scores[1], LikenessFigure.Name).Measured > 2 * Figure(scores[3], LikenessFigure.Name).Measured);
        Assert.Equal(0, Figure(scores[0], LikenessFigure.Name).Measured, 12);
    }

    [Fact]
    public void Candidates_that_differ_as_good_ones_do_are_all_alike()
    {
        var scores = Scores([.. Enumerable.Range(0, 5).Select(i => (Func<int, int, (byte R, byte G, byte B, byte A)>)((x, y) =>
            Disc(x, y) is { A: > 0 } pixel ? Rgba((byte)(pixel.R + i), (byte)(pixel.G - i), pixel.B, 255) : default))]);

        Assert.All(scores, score => Assert.Equal(1, Figure(score, LikenessFigure.Name).Score));
        Assert.All(scores, score => Assert.Equal(scores[0].Value, score.Value, 12));
        Assert.Contains(scores, score => Figure(score, LikenessFigure.Name).Measured > .002);
    }

    [Fact]
    public void Two_candidates_have_no_middle() =>
        Assert.All(Scores([Disc, (x, y) => Disc(x, y + 5)]), score => Assert.DoesNotContain(score.Figures, figure => figure.Name == LikenessFigure.Name));

    [Fact]
    public void Nothing_and_too_much_are_refused()
    {
        using var image = PixelImage.Create(Size, 4);
        Assert.Throws<ArgumentException>(() => Scorer.Score([], "gold coin"));
        Assert.Throws<ArgumentException>(() => Scorer.Score([.. Enumerable.Repeat(image, 65)], "gold coin"));
        Assert.Equal(64, Scorer.Score([.. Enumerable.Repeat(image, 64)], "gold coin").Length);
    }

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

    private static ElementScore Score(Func<int, int, (byte R, byte G, byte B, byte A)> paint, string prompt = "gold coin, star") =>
        Scores([paint], prompt)[0];

    private static ImmutableArray<ElementScore> Scores(Func<int, int, (byte R, byte G, byte B, byte A)>[] paints, string prompt = "gold coin, star")
    {
        var images = paints.Select(Draw).ToArray();
        var scores = Scorer.Score(images, prompt);
        Array.ForEach(images, image => image.Dispose());
        return scores;
    }

    private static PixelImage Draw(Func<int, int, (byte R, byte G, byte B, byte A)> paint)
    {
        var image = PixelImage.Create(Size, 4);
        for (var y = 0; y < Size.Height; y++)
        {
            for (var x = 0; x < Size.Width; x++)
            {
                var (r, g, b, a) = paint(x, y);
                ((ReadOnlySpan<byte>)[r, g, b, a]).CopyTo(image.Row(y)[(4 * x)..]);
            }
        }

        return image;
    }
}
