using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Engine.Onnx;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

/// <summary>Against the numbers that models/train/layout makes of the same layouts: <c>export.inputs_of</c> of its three cases.</summary>
public sealed class LayoutConditionsTests
{
    [Fact]
    public void A_landscape_with_every_role() => AssertNumbers(
        new CanvasSize(1200, 628),
        Insets.None,
        CompositionFamily.TextLeft,
        [(LayoutRole.Headline, 7), (LayoutRole.Subhead, 14), (LayoutRole.Benefit, 6), (LayoutRole.CallToAction, 4), (LayoutRole.Disclaimer, 30),
            (LayoutRole.Logo, 3.2), (LayoutRole.AiLabel, 3.3), (LayoutRole.Hero, 0)],
        [1, 1, 1, 1, 1, 1, 1, 1],
        [0.505839, 0.658753, 0.473357, 0.391507, 0.835342, 0.533333, 0.354819, 0.0],
        [0.270044, 0.098207, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0]);

    [Fact]
    public void A_strip_without_three_roles() => AssertNumbers(
        new CanvasSize(320, 50),
        Insets.None,
        CompositionFamily.Strip,
        [(LayoutRole.Headline, 9), (LayoutRole.CallToAction, 4), (LayoutRole.Logo, 3.2), (LayoutRole.AiLabel, 3.3), (LayoutRole.Hero, 0)],
        [1, 0, 0, 1, 0, 1, 1, 1],
        [0.560121, 0.0, 0.0, 0.391507, 0.0, 0.533333, 0.354819, 0.0],
        [0.774136, -1.118715, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0]);

    [Fact]
    public void A_tall_canvas_with_safe_margins() => AssertNumbers(
        new CanvasSize(1080, 1920),
        new Insets(0.14 * 1920, 0.06 * 1080, 0.35 * 1920, 0.06 * 1080),
        CompositionFamily.Stacked,
        [(LayoutRole.Headline, 8), (LayoutRole.Subhead, 12), (LayoutRole.CallToAction, 5), (LayoutRole.Disclaimer, 44), (LayoutRole.Logo, 2),
            (LayoutRole.AiLabel, 3.3), (LayoutRole.Hero, 0)],
        [1, 1, 0, 1, 1, 1, 1, 1],
        [0.534491, 0.623943, 0.0, 0.435859, 0.925998, 0.333333, 0.354819, 0.0],
        [-0.239945, 0.358939, 0.14, 0.06, 0.35, 0.06, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0]);

    [Fact]
    public void What_is_longer_than_in_training_counts_as_the_longest()
    {
        var request = Request(new CanvasSize(700, 500), Insets.None, CompositionFamily.Stacked, [(LayoutRole.Headline, 400), (LayoutRole.Logo, 30)]);
        Assert.Equal([1, 0, 0, 0, 0, 1, 0, 0], new LayoutConditions(request, 1).Lengths);
    }

    [Fact]
    public void Each_proposal_gets_the_same_numbers()
    {
        var request = Request(new CanvasSize(700, 500), Insets.None, CompositionFamily.TextRight, [(LayoutRole.Headline, 4)]);
        var (one, three) = (new LayoutConditions(request, 1), new LayoutConditions(request, 3));
        Assert.Equal([.. one.Canvas, .. one.Canvas, .. one.Canvas], three.Canvas);
        Assert.Equal([.. one.Present, .. one.Present, .. one.Present], three.Present);
    }

    private static void AssertNumbers(
        CanvasSize canvas,
        Insets safe,
        CompositionFamily composition,
        (LayoutRole Role, double Length)[] lengths,
        float[] presentExpected,
        double[] lengthsExpected,
        double[] canvasExpected)
    {
        var conditions = new LayoutConditions(Request(canvas, safe, composition, lengths), 1);
        Assert.Equal(presentExpected, conditions.Present);
        Assert.All(lengthsExpected.Zip(conditions.Lengths), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.All(canvasExpected.Zip(conditions.Canvas), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    private static LayoutRequest Request(
        CanvasSize canvas, Insets safe, CompositionFamily composition, (LayoutRole Role, double Length)[] lengths) =>
        new(canvas, safe, composition, lengths.ToImmutableSortedDictionary(pair => pair.Role, pair => pair.Length), Seed: 0);
}
