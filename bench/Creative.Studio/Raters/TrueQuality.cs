using System.Collections.Immutable;
using Creative.Studio.Defects;
using Creative.Studio.Judging;

namespace Creative.Studio.Raters;

/// <summary>How good an element really is: what simulated designers see, each in their own way.</summary>
/// <param name="Faults">For each of the six dimensions that designers score, in the order of <see cref="Dimension"/>: 0 (none) to 1; more than <see cref="Limit"/> is not usable.</param>
/// <param name="Technical">The same for blur and for a dirty cut-out, whichever is worse; it has no score of its own.</param>
public sealed record TrueQuality(ImmutableArray<double> Faults, double Technical)
{
    /// <summary>The largest fault that still passes.</summary>
    public const double Limit = 0.5;

    /// <summary>Severity of a defect at that limit: the judge passes half of the pictures with one of this severity.</summary>
    private const double SeverityAtLimit = 0.35;

    /// <summary>Ids of the dimensions, as the service knows them, in the order of the faults.</summary>
    public static ImmutableArray<string> Ids { get; } = ["colour_matching", "shape", "perspective", "stray_characters", "saturation", "hue"];

    public double Worst => Math.Max(Technical, Faults.Max());

    public bool Usable => Worst <= Limit;

    /// <summary>In points from 1 to 5, in the order of the faults; 3 at the limit.</summary>
    public ImmutableArray<double> Scores => [.. Faults.Select(fault => 5 - (4 * fault))];

    /// <summary>Of a picture whose defects are known.</summary>
    public static TrueQuality Of(IReadOnlyCollection<Defect> defects)
    {
        double Fault(Dimension dimension) => Math.Min(1, defects.Where(defect => defect.Dimension == dimension)
            .Select(defect => defect.Severity * Limit / SeverityAtLimit).DefaultIfEmpty(0).Max());
        return new TrueQuality(
            [.. Enumerable.Range(0, Ids.Length).Select(i => Fault((Dimension)i))], Math.Max(Fault(Dimension.Sharpness), Fault(Dimension.Alpha)));
    }

    /// <summary>Of a picture that the judge compared with fresh renders.</summary>
    public static TrueQuality Of(Verdict verdict) => new(
        [.. Enumerable.Range(0, Ids.Length).Select(i => 1 - verdict[(Dimension)i].Score)],
        1 - Math.Min(verdict[Dimension.Sharpness].Score, verdict[Dimension.Alpha].Score));
}
