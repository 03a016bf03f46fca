using System.Collections.Immutable;
using Creative.Core.Datasets.Fingerprints;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Gates;

/// <summary>
/// Of images that pass for one and have the same verdict only the first stays. Where the verdicts differ, what little tells the images
/// apart is what is to be learnt.
/// </summary>
internal static class NearDuplicateGate
{
    public static GateOutcome Run(GateMaterial material, GateContext context)
    {
        var bits = context.Settings.NearDuplicateBits;
        var seen = new Dictionary<bool, NearDuplicates> { [false] = new(bits), [true] = new(bits) };
        var kept = ImmutableArray.CreateBuilder<RatedItem>(material.Items.Length);
        foreach (var item in material.Items)
        {
            var alike = seen[material.Consensus[item.Id].Usable];
            if (alike.Find(context.Looks[item.Sha256]) is null)
            {
                alike.Add(item.Id, context.Looks[item.Sha256]);
                kept.Add(item);
            }
        }

        var dropped = material.Items.Length - kept.Count;
        return new GateOutcome(
            material with { Items = kept.ToImmutable() },
            dropped == 0 ? [] : [$"{dropped} images that look like one before them and have its verdict"],
            Objects: dropped > 0);
    }
}
