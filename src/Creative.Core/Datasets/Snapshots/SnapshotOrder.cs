using System.Collections.Immutable;
using Creative.Core.Datasets.Consensus;
using Creative.Core.Datasets.Fingerprints;
using Creative.Core.Datasets.Gates;
using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Splits;

namespace Creative.Core.Datasets.Snapshots;

/// <summary>What a snapshot is taken of, and how.</summary>
/// <param name="Header">What was asked for, as bytes: part of the identity, so that another question is another dataset.</param>
/// <param name="Items">Candidates in the order in which they were added to their projects; no gold, no examples.</param>
/// <param name="Dimensions">Ids of those the projects ask for.</param>
/// <param name="Gold">Items with a known answer.</param>
/// <param name="HeldOut">Images that models are measured by, besides those of families that are kept apart.</param>
/// <param name="HoldOutFamilies">Families that are kept apart whatever the shares say.</param>
/// <param name="Assigned">Splits of families that were assigned before.</param>
/// <param name="Looks">Fingerprints by SHA-256 of the file.</param>
/// <param name="Wanted">What is selected by consensus.</param>
public sealed record SnapshotOrder(
    ReadOnlyMemory<byte> Header,
    ImmutableArray<RatedItem> Items,
    ImmutableArray<string> Dimensions,
    ImmutableArray<RatedItem> Gold,
    ImmutableArray<RatedItem> HeldOut,
    ImmutableHashSet<string> HoldOutFamilies,
    IReadOnlyDictionary<string, string> Assigned,
    SplitShares Shares,
    GateSettings Settings,
    IReadOnlyDictionary<string, ImageFingerprint> Looks,
    Func<ItemConsensus, bool> Wanted);

/// <summary>A dataset, or what the gates did when nothing came of it.</summary>
/// <param name="Rows">By split, then by item id; empty when nothing is left or a strict gate objected.</param>
/// <param name="Splits">Of all families that were looked at, to be kept.</param>
/// <param name="MerkleRoot">Over the header and every row as <see cref="RowJson"/> writes it.</param>
/// <param name="Agreement">By dimension, and "verdict".</param>
public sealed record Snapshot(
    ImmutableArray<DatasetRow> Rows,
    ImmutableArray<string> Dimensions,
    ImmutableArray<GateReport> Reports,
    ImmutableSortedDictionary<string, string> Splits,
    ImmutableSortedDictionary<string, RaterAgreement> Agreement,
    string MerkleRoot)
{
    /// <value>Such as "ds_0123456789abcdef".</value>
    public string Id => $"ds_{MerkleRoot[..16]}";

    public bool Refused => Rows.IsEmpty;
}
