using System.Collections.Immutable;
using Creative.Core.Numerics;

namespace Creative.Studio.Raters;

/// <summary>What makes a designer different from the others: the model of ITU-T P.910 (bias and noise), and that people tire and slip.</summary>
/// <param name="Bias">In points by dimension; positive: generous.</param>
/// <param name="Noise">Standard deviation of a score, in points, when rested.</param>
/// <param name="Leniency">How much worse a fault may be and still pass, in the unit of <see cref="TrueQuality"/>.</param>
/// <param name="Fatigue">By what share the noise grows in an hour of work.</param>
/// <param name="Lapse">Chance that an answer is given without looking.</param>
/// <param name="Seconds">Median time for a judgement when rested.</param>
public sealed record DesignerTraits(ImmutableArray<double> Bias, double Noise, double Leniency, double Fatigue, double Lapse, double Seconds)
{
    /// <summary>A team as it might be hired: most are alike, some are not. The same seed gives the same team.</summary>
    public static ImmutableArray<DesignerTraits> Team(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var general = 0.25 * random.NextNormal();
            return new DesignerTraits(
                [.. TrueQuality.Ids.Select(_ => general + (0.2 * random.NextNormal()))],
                0.35 + (0.4 * random.NextDouble()),
                0.04 * random.NextNormal(),
                0.3 * random.NextDouble(),
                0.03 * random.NextDouble(),
                4 + (4 * random.NextDouble()));
        })];
    }
}
