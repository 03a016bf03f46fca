using System.Collections.Immutable;
using Creative.Core.Datasets.Consensus;
using Creative.Core.Datasets.Gates;
using Creative.Core.Datasets.Identity;
using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Splits;

namespace Creative.Core.Datasets.Snapshots;

/// <summary>Freezes scored material: splits, gates, consensus, rows, one hash over all. The same order gives the same snapshot.</summary>
public static class SnapshotTaker
{
    private const string Verdict = "verdict";

    public static Snapshot Take(SnapshotOrder order)
    {
        // 1. Splits, also of families that nothing will be left of: an assignment is for good.
        var splits = FamilySplits.Assign(order.Items.Select(item => item.Source.Family), order.Assigned, order.Shares);
        var apart = splits.Where(split => split.Value == Splitting.HoldOut).Select(split => split.Key).Concat(order.HoldOutFamilies).ToImmutableHashSet(StringComparer.Ordinal);

        // 2. Gates; what is kept apart is what leaks are looked for in.
        var heldOut = order.HeldOut.AddRange(order.Items.Where(item => apart.Contains(item.Source.Family)));
        var (material, reports) = GateList.Run(
            new GateMaterial(order.Items, order.Dimensions),
            new GateContext(order.Settings, order.Gold, heldOut, apart, order.Looks, order.Wanted));

        // 3. Rows in an order that depends on nothing but themselves.
        var rows = reports.Any(report => report.Refused) ? [] : Rows(material, splits);
        var agreement = material.Dimensions
            .ToImmutableSortedDictionary(dimension => dimension, dimension => RaterAgreement.OnDimension(material.Items, dimension), StringComparer.Ordinal)
            .Add(Verdict, RaterAgreement.OnVerdict(material.Items));
        return new Snapshot(rows, material.Dimensions, reports, splits, agreement, RootOf(order.Header.Span, rows));
    }

    private static ImmutableArray<DatasetRow> Rows(GateMaterial material, ImmutableSortedDictionary<string, string> splits) =>
    [
        .. material.Items
            .Select(item =>
            {
                var consensus = material.Consensus[item.Id];
                return new DatasetRow(item, splits[item.Source.Family], consensus.UsableChance, consensus.Scores, consensus.Raters);
            })
            .OrderBy(row => Splitting.InDatasets.IndexOf(row.Split))
            .ThenBy(row => row.Item.Id, StringComparer.Ordinal),
    ];

    private static string RootOf(ReadOnlySpan<byte> header, ImmutableArray<DatasetRow> rows)
    {
        var tree = new MerkleTree();
        tree.Add(header);
        foreach (var row in rows)
        {
            tree.Add(RowJson.Write(row));
        }

        return tree.Root();
    }
}
