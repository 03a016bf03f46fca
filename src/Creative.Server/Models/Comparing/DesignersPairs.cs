using System.Collections.Immutable;
using Creative.Core.Comparing;
using Creative.Core.Datasets.Consensus;
using Creative.Core.Datasets.Material;
using Creative.Core.Labeling;
using Creative.Server.Datasets.Material;
using Creative.Server.Errors;
using Grpc.Core;

namespace Creative.Server.Models.Comparing;

/// <summary>
/// Pairs that designers judged: items of both versions in one project, where nothing that a designer sees tells which version painted
/// an image, and the queue mixes them. Paired by prompt and seed.
/// </summary>
public sealed class DesignersPairs(MaterialReader material)
{
    /// <exception cref="RpcException">FAILED_PRECONDITION: no prompt and seed was judged of both.</exception>
    public async Task<IReadOnlyList<ComparedPair>> ReadAsync(string project, ModelKey baseline, ModelKey candidate, CancellationToken cancellation)
    {
        var items = (await material.ReadAsync([project], 0, long.MaxValue, cancellation)).Where(item => !item.Gold && item.Judgements.Any()).ToImmutableArray();
        var consensus = ConsensusOf.Items(items, [.. DimensionCatalogue.Default.All.Select(dimension => dimension.Id)]);
        var (ours, theirs) = (SidesOf(items, baseline, consensus), SidesOf(items, candidate, consensus));
        ComparedPair[] pairs = [.. ours.Where(one => theirs.ContainsKey(one.Key)).Select(one => new ComparedPair(one.Value.ElementClass, one.Value.Side, theirs[one.Key].Side))];
        return pairs.Length > 0
            ? pairs
            : throw Refusals.Precondition([("project", project, $"In project '{project}' no prompt and seed was judged of both {baseline.Version} and {candidate.Version}.")]);
    }

    private static Dictionary<(string Prompt, ulong Seed), (string ElementClass, JudgedSide Side)> SidesOf(
        ImmutableArray<RatedItem> items, ModelKey key, ImmutableDictionary<string, ItemConsensus> consensus) => items
        .Where(item => item.Source.ModelId == key.Id && item.Source.ModelVersion == key.Version && consensus.ContainsKey(item.Id))
        .DistinctBy(item => (item.Source.Prompt, item.Source.Seed))
        .ToDictionary(item => (item.Source.Prompt, item.Source.Seed), item => (item.Source.ElementClass, SideOf(consensus[item.Id])));

    private static JudgedSide SideOf(ItemConsensus consensus) =>
        new(consensus.VotesSayUsable, consensus.Scores.ToImmutableSortedDictionary(score => score.Key, score => score.Value.Value, StringComparer.Ordinal));
}
