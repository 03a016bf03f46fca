using System.Collections.Immutable;
using Creative.Core.Datasets.Consensus;
using Creative.Core.Datasets.Gates;

namespace Creative.Core.Datasets.Export;

/// <summary>What is known of a dataset as a whole.</summary>
/// <param name="QueryJson">What was asked for, as JSON.</param>
public sealed record DatasetCard(string Id, string Name, DateTimeOffset Created, string MerkleRoot, string QueryJson, string Licence, string Parent)
{
    public ImmutableArray<string> Dimensions { get; init; } = [];

    public ImmutableSortedDictionary<string, long> ItemsBySplit { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    public ImmutableSortedDictionary<string, long> ItemsByClass { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    public long Items { get; init; }

    public long Judgements { get; init; }

    public long Raters { get; init; }

    public long Usable { get; init; }

    /// <value>By dimension, and "verdict".</value>
    public ImmutableSortedDictionary<string, RaterAgreement> Agreement { get; init; } = ImmutableSortedDictionary<string, RaterAgreement>.Empty;

    public ImmutableArray<GateReport> Gates { get; init; } = [];
}
