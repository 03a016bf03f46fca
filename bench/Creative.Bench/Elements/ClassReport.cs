using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Statistics;
using Creative.Studio;
using Creative.Studio.Judging;
using Creative.Studio.Vocabulary;

namespace Creative.Bench.Elements;

/// <summary>A painted picture and what the judge says of it.</summary>
internal sealed record JudgedPicture(ElementRequest Request, PixelImage Image, Verdict Verdict);

/// <summary>The figures of one class.</summary>
internal sealed record ClassReport(ElementClass Class, ImmutableArray<JudgedPicture> Pictures, double Diversity, double Nearest, double NearestFresh)
{
    public WilsonInterval Usable => Rate(Pictures, picture => picture.Verdict.Usable);

    public double Sharpness => Pictures.Average(picture => picture.Verdict.SharpnessRatio);

    public double AlphaCleanliness => Pictures.Average(picture => picture.Verdict[Dimension.Alpha].Score);

    public static WilsonInterval Rate(IReadOnlyCollection<JudgedPicture> pictures, Func<JudgedPicture, bool> passes) =>
        WilsonInterval.Of(pictures.Count(passes), pictures.Count);

    /// <summary>For the JSON line; keys in snake case.</summary>
    public object ToJson() => new
    {
        usable = Math.Round(Usable.Rate, 4),
        usable_low = Math.Round(Usable.Low, 4),
        usable_high = Math.Round(Usable.High, 4),
        passes = Passes(Pictures),
        sharpness = Math.Round(Sharpness, 3),
        alpha_cleanliness = Math.Round(AlphaCleanliness, 3),
        diversity = Math.Round(Diversity, 4),
        nearest_render = Math.Round(Nearest, 4),
        nearest_render_of_fresh = Math.Round(NearestFresh, 4),
    };

    public static SortedDictionary<string, double> Passes(IReadOnlyCollection<JudgedPicture> pictures) => new(
        Enum.GetValues<Dimension>().ToDictionary(
            dimension => dimension.ToString(),
            dimension => Math.Round(Rate(pictures, picture => picture.Verdict[dimension].Passes).Rate, 4)),
        StringComparer.Ordinal);

    public override string ToString() =>
        $"{Class.Id,-12} usable {Usable}  sharp {Sharpness:0.00}  alpha {AlphaCleanliness:0.00}  diverse {Diversity:0.000}  "
        + $"nearest {Nearest:0.000} (fresh {NearestFresh:0.000})  fails: "
        + string.Join(' ', Passes(Pictures).Where(pass => pass.Value < 1).Select(pass => $"{pass.Key} {1 - pass.Value:0.00}"));
}
