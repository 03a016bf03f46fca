using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Core.Datasets.Consensus;
using Creative.Core.Datasets.Export;
using Creative.Core.Datasets.Snapshots;
using Creative.Core.Statistics;
using Creative.Server.Datasets.Snapshots;
using Creative.Server.Datasets.Storage;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using CoreReport = Creative.Core.Datasets.Gates.GateReport;

namespace Creative.Server.Datasets;

/// <summary>Datasets as messages of the contract, and back as cards.</summary>
internal static class DatasetMapping
{
    public static Dataset ToMessage(Snapshot snapshot, TakeSnapshotRequest request, DateTimeOffset now)
    {
        var dataset = new Dataset
        {
            Id = snapshot.Id,
            Name = request.Name,
            CreateTime = Timestamp.FromDateTimeOffset(now),
            Query = request.Query,
            Gates = request.Gates ?? new DatasetGates(),
            Reports = { snapshot.Reports.Select(ToMessage) },
            MerkleRoot = snapshot.MerkleRoot,
            Items = snapshot.Rows.Length,
            Judgements = snapshot.Rows.Sum(row => row.Raters),
            Raters = snapshot.Rows.SelectMany(row => row.Item.Judgements.Select(one => one.Rater)).Distinct().Count(),
            Usable = snapshot.Rows.Count(row => row.Usable),
            Dimensions = { snapshot.Dimensions },
            Licence = QueryMapping.LicenceOf(request),
            Parent = request.Parent,
        };
        Count(dataset.ItemsBySplit, snapshot.Rows.Select(row => row.Split));
        Count(dataset.ItemsByClass, snapshot.Rows.Select(row => row.Item.Source.ElementClass));
        Count(dataset.FamiliesBySplit, snapshot.Splits.Values);
        foreach (var (what, agreement) in snapshot.Agreement)
        {
            dataset.Agreement[what] = ToMessage(agreement);
        }

        return dataset;
    }

    public static GateReport ToMessage(CoreReport report) => new()
    {
        Gate = report.Gate,
        ItemsBefore = report.ItemsBefore,
        ItemsAfter = report.ItemsAfter,
        JudgementsBefore = report.JudgementsBefore,
        JudgementsAfter = report.JudgementsAfter,
        Remarks = { report.Remarks },
        Refused = report.Refused,
    };

    public static DatasetCard ToCard(DatasetRecordRow row)
    {
        var dataset = Dataset.Parser.ParseFrom(row.Record);
        return new DatasetCard(dataset.Id, dataset.Name, dataset.CreateTime.ToDateTimeOffset(), dataset.MerkleRoot, row.Query, dataset.Licence, dataset.Parent)
        {
            Dimensions = [.. dataset.Dimensions],
            ItemsBySplit = dataset.ItemsBySplit.ToImmutableSortedDictionary(StringComparer.Ordinal),
            ItemsByClass = dataset.ItemsByClass.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Items = dataset.Items,
            Judgements = dataset.Judgements,
            Raters = dataset.Raters,
            Usable = dataset.Usable,
            Agreement = dataset.Agreement.ToImmutableSortedDictionary(one => one.Key, one => ToAgreement(one.Value), StringComparer.Ordinal),
            Gates =
            [
                .. dataset.Reports.Select(report => new CoreReport(
                    report.Gate, (int)report.ItemsBefore, (int)report.ItemsAfter, (int)report.JudgementsBefore, (int)report.JudgementsAfter, [.. report.Remarks], report.Refused)),
            ],
        };
    }

    private static Estimate ToMessage(RaterAgreement agreement)
    {
        var estimate = new Estimate { Count = agreement.Units };
        if (agreement.Alpha is { } alpha)
        {
            estimate.Value = alpha;
        }

        if (agreement.Interval is { } interval)
        {
            (estimate.Low, estimate.High) = (interval.Low, interval.High);
        }

        return estimate;
    }

    private static RaterAgreement ToAgreement(Estimate estimate) => new(
        estimate.HasValue ? estimate.Value : null, estimate.HasLow ? new Interval(estimate.Low, estimate.High) : null, (int)estimate.Count);

    private static void Count(MapField<string, long> counts, IEnumerable<string> keys)
    {
        foreach (var (key, count) in keys.CountBy(key => key))
        {
            counts[key] = count;
        }
    }
}
