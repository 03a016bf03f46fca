using Creative.Core.Statistics;
using Creative.Studio.Staging;

namespace Creative.Bench.Elements.Reading;

/// <summary>What a classifier that never saw the painter reads in its pictures, against what was asked for.</summary>
/// <param name="Frechet">Distance of the classifier's features to those of fresh renders of the same prompts.</param>
/// <param name="FrechetOfFresh">The same between two sets of fresh renders: what is left to a perfect painter.</param>
internal sealed record ReadReport(WilsonInterval Class, WilsonInterval Shape, WilsonInterval Hue, WilsonInterval View, double Frechet, double FrechetOfFresh)
{
    private const int RenderSide = 128;

    public static ReadReport Of(ElementReader reader, IReadOnlyCollection<JudgedPicture> pictures)
    {
        var read = pictures.Select(picture => (picture.Request.Attributes, Reading: reader.Read(picture.Image))).ToArray();
        float[][] painted = [.. read.Select(one => one.Reading.Features)], fresh = Fresh(reader, pictures, 1), others = Fresh(reader, pictures, 2);
        WilsonInterval Right(Func<ElementReading, string> seen, Func<Studio.Vocabulary.ElementAttributes, string> asked) =>
            WilsonInterval.Of(read.Count(one => seen(one.Reading) == asked(one.Attributes)), read.Length);
        return new ReadReport(
            Right(reading => reading.Class, asked => asked.Shape.Class.Id),
            Right(reading => reading.Shape, asked => $"{asked.Shape.Class.Id}/{asked.Shape.Variant}"),
            Right(reading => reading.Hue, asked => asked.Hue),
            Right(reading => reading.View, asked => asked.View),
            FrechetDistance.Between(painted, fresh),
            FrechetDistance.Between(fresh, others));
    }

    public override string ToString() =>
        $"read by the classifier: class {Class}  class and variant {Shape}  hue {Hue}  view {View}  Fréchet {Frechet:0.00} (fresh {FrechetOfFresh:0.00})";

    /// <summary>For the JSON line; keys in snake case.</summary>
    public object ToJson() => new
    {
        @class = Rounded(Class),
        shape = Rounded(Shape),
        hue = Rounded(Hue),
        view = Rounded(View),
        frechet = Math.Round(Frechet, 3),
        frechet_of_fresh = Math.Round(FrechetOfFresh, 3),
    };

    private static double[] Rounded(WilsonInterval interval) => [.. new[] { interval.Rate, interval.Low, interval.High }.Select(value => Math.Round(value, 4))];

    private static float[][] Fresh(ElementReader reader, IReadOnlyCollection<JudgedPicture> pictures, ulong set) =>
    [
        .. pictures.Select(picture =>
        {
            using var render = Shot.Jittered(picture.Request.Attributes, (set << 32) + picture.Request.Seed).Render(RenderSide);
            return reader.Read(render).Features;
        }),
    ];
}
