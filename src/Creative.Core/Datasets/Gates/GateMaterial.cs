using System.Collections.Immutable;
using Creative.Core.Datasets.Consensus;
using Creative.Core.Datasets.Fingerprints;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Gates;

/// <summary>What is left on the way through the gates.</summary>
/// <param name="Items">In the order in which they were added to their projects.</param>
/// <param name="Dimensions">Ids of those whose scores are learnt from.</param>
public sealed record GateMaterial(ImmutableArray<RatedItem> Items, ImmutableArray<string> Dimensions)
{
    /// <value>By item; empty until the judgements that count are settled.</value>
    public ImmutableDictionary<string, ItemConsensus> Consensus { get; init; } = ImmutableDictionary<string, ItemConsensus>.Empty;

    public int Judgements => Items.Sum(item => item.Judgements.Count());
}

/// <summary>What gates look at besides the material.</summary>
/// <param name="Gold">Items with a known answer and what raters said of them.</param>
/// <param name="HeldOut">Items that models are measured by.</param>
/// <param name="HoldOutFamilies">Families that are kept apart.</param>
/// <param name="Looks">Fingerprints by SHA-256 of the file, of the items and of the hold-out.</param>
/// <param name="Wanted">What is selected once the consensus is known.</param>
public sealed record GateContext(
    GateSettings Settings,
    ImmutableArray<RatedItem> Gold,
    ImmutableArray<RatedItem> HeldOut,
    ImmutableHashSet<string> HoldOutFamilies,
    IReadOnlyDictionary<string, ImageFingerprint> Looks,
    Func<ItemConsensus, bool> Wanted);

/// <summary>What a gate lets through, and why not the rest.</summary>
/// <param name="Objects">A strict gate would refuse.</param>
public sealed record GateOutcome(GateMaterial Material, ImmutableArray<string> Remarks, bool Objects);
