using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Studio.Imaging;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;

namespace Creative.Studio.Judging;

/// <summary>
/// Judges a painted element against a fresh render of what its prompt asked for: finds the pose that fits best, then measures
/// what is left in each dimension. Knows nothing of how the picture was made. Safe to use from several threads.
/// </summary>
public static class ElementJudge
{
    private const int Coarse = 64;
    private const int Fine = 128;
    private const int LargestDetail = 256;

    /// <summary>A pose may stray three times as far from its view as those of the training: as much again, and what the search may err.</summary>
    private static readonly Pose Slack = new(Poses.Jitter.Yaw * 3, Poses.Jitter.Pitch * 3, Poses.Jitter.Roll * 3);

    /// <param name="picture">Square, premultiplied RGBA, at least 128 pixels.</param>
    /// <param name="attributes">What it is meant to show.</param>
    /// <exception cref="ArgumentException">The picture has another form.</exception>
    public static Verdict Judge(PixelImage picture, ElementAttributes attributes)
    {
        if (picture.Channels != 4 || picture.Size.Width != picture.Size.Height || picture.Size.Width < Fine)
        {
            throw new ArgumentException($"The picture is {picture.Size} with {picture.Channels} channels, expected a square of at least {Fine} with 4.", nameof(picture));
        }

        var whole = PixelPlanes.From(picture);
        var fine = whole.Shrink(Fine, Fine);
        var fit = PoseSearch.Improve(PoseSearch.Find(attributes, whole.Shrink(Coarse, Coarse)), fine, 1, 1);
        var pair = new Pair(fine, fit.Render(Fine, 2));
        var detail = Math.Min(picture.Size.Width, LargestDetail);
        var sharpness = CutOutMeasure.Sharpness(detail == whole.Width ? whole : whole.Shrink(detail, detail), fit.Render(detail, 2));
        return new Verdict([.. Measure(pair, fit, sharpness)], fit, sharpness);
    }

    private static IEnumerable<DimensionVerdict> Measure(Pair pair, Fit fit, double sharpness)
    {
        var (colour, shape) = (ColourMeasure.Of(pair), ShapeMeasure.Of(pair));
        var (stray, cutOut) = (StrayMeasure.Of(pair), CutOutMeasure.Of(pair));
        yield return Say(Dimension.ColourMatching,
            new("part of another colour", colour.Mismatch, .075, "OKLab, worst places"),
            new("lightness", colour.Lightness, .08, "OKLab, mean"));
        yield return Say(Dimension.Shape,
            new("edge offset", shape.EdgeOffset, 1.35, "256ths of the picture"),
            new("worst edge", shape.WorstEdge, .22, "share of 9 × 9 pixels of 128"),
            new("structure", shape.Structure, .32, "1 − SSIM"));
        yield return Say(Dimension.Perspective,
            new("pose", Beyond(fit), 1, "of what is allowed"),
            new("slant", Math.Abs(fit.Shear), .045, "half the tangent"),
            new("stretch", Math.Abs(fit.Stretch), .06, "share"),
            new("keystone", Math.Max(Math.Abs(fit.KeystoneX), Math.Abs(fit.KeystoneY)), .10, "share"));
        yield return Say(Dimension.StrayCharacters,
            new("outside", stray.Outside, .001, "of the element"),
            new("inside", stray.Inside, .0003, "of the element"));
        yield return Say(Dimension.Saturation, new Figure("chroma", colour.Saturation, .15, "natural logarithm of the ratio"));
        yield return Say(Dimension.Hue,
            new("hue", colour.HueDegrees, 14, "degrees"),
            new("cast", colour.Cast, .025, "OKLab, of a grey element"));
        yield return Say(Dimension.Sharpness, new Figure("lost detail", Math.Max(0, 1 - sharpness), .45, "share of the render's"));
        yield return Say(Dimension.Alpha,
            new("holes", cutOut.Holes, .004, "of the element"),
            new("veil", cutOut.Veil, .008, "mean alpha around"));
    }

    private static DimensionVerdict Say(Dimension dimension, params ImmutableArray<Figure> figures) => new(dimension, figures);

    private static double Beyond(Fit fit) => Math.Max(
        Math.Max(Math.Abs(fit.Offset.Yaw) / Slack.Yaw, Math.Abs(fit.Offset.Pitch) / Slack.Pitch),
        Math.Abs(fit.Offset.Roll) / Slack.Roll);
}
