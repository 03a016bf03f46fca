using System.Collections.Immutable;
using System.Globalization;
using Creative.Core.Datasets.Consensus;

namespace Creative.Core.Datasets.Gates;

/// <summary>
/// Leaves out dimensions on which raters do not agree, and settles the consensus of the others. Agreement that cannot be measured,
/// since no image was scored twice, is said; only a strict gate refuses for it.
/// </summary>
internal static class AgreementGate
{
    public static GateOutcome Run(GateMaterial material, GateContext context)
    {
        var remarks = ImmutableArray.CreateBuilder<string>();
        var dimensions = material.Dimensions;
        if (context.Settings.MinAgreement is { } limit)
        {
            var measured = dimensions.Select(dimension => (Id: dimension, Alpha: RaterAgreement.AlphaOn(material.Items, dimension))).ToArray();
            remarks.AddRange(measured
                .Where(one => one.Alpha is null)
                .Select(one => $"dimension {one.Id}: agreement is not defined, since no image was scored by two raters or all scores are the same"));
            remarks.AddRange(measured
                .Where(one => one.Alpha < limit)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"dimension {one.Id}: alpha {one.Alpha:0.00} is below {limit:0.00}")));
            dimensions = [.. measured.Where(one => one.Alpha is null || one.Alpha >= limit).Select(one => one.Id)];
        }

        var consensus = ConsensusOf.Items(material.Items, dimensions);
        return new GateOutcome(
            material with { Dimensions = dimensions, Consensus = consensus },
            remarks.ToImmutable(),
            Objects: remarks.Count > 0);
    }
}
