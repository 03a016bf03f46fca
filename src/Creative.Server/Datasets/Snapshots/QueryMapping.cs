using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Core.Datasets.Consensus;
using Creative.Core.Datasets.Gates;
using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Splits;
using Google.Protobuf;

namespace Creative.Server.Datasets.Snapshots;

/// <summary>What a query means for the material.</summary>
internal static class QueryMapping
{
    private const string UsualLicence = "proprietary";

    /// <summary>What was asked for, always in the same form: without the name, which says nothing of the content.</summary>
    public static string ToHeader(TakeSnapshotRequest request)
    {
        var decisive = request.Clone();
        decisive.Name = "";
        decisive.Licence = LicenceOf(request);
        decisive.Query ??= new DatasetQuery();
        decisive.Gates ??= new DatasetGates();
        return JsonFormatter.Default.Format(decisive);
    }

    public static string LicenceOf(TakeSnapshotRequest request) => request.Licence.Length > 0 ? request.Licence : UsualLicence;

    public static GateSettings ToSettings(DatasetQuery query, DatasetGates gates) => new()
    {
        MinGoldPassRate = gates.MinGoldPassRate,
        MinAgreement = gates.HasMinAgreement ? gates.MinAgreement : null,
        MinRaters = Math.Max(1, query.MinRaters),
        MinItemsPerClass = gates.MinItemsPerClass,
        NearDuplicateBits = gates.HasNearDuplicateBits ? gates.NearDuplicateBits : GateSettings.UsualNearDuplicateBits,
        Strict = [.. gates.Strict],
    };

    public static SplitShares ToShares(DatasetQuery query) => new(query.ValidationShare, query.HoldOutShare);

    public static bool Matches(DatasetQuery query, RatedItem item) =>
        (query.ElementClasses.Count == 0 || query.ElementClasses.Contains(item.Source.ElementClass))
        && (query.ModelVersions.Count == 0 || query.ModelVersions.Contains(item.Source.ModelVersion));

    /// <summary>Whether what raters say of an image is asked for; a score that nobody gave lies in no range.</summary>
    public static Func<ItemConsensus, bool> ToWanted(DatasetQuery query)
    {
        var verdict = query.Verdict;
        ImmutableArray<ScoreRange> ranges = [.. query.Scores];
        return consensus =>
            (verdict == Verdict.Unspecified || consensus.Usable == (verdict == Verdict.Usable))
            && ranges.All(range => consensus.Scores.GetValueOrDefault(range.Dimension) is { } score && score.Value >= range.Min && score.Value <= range.Max);
    }
}
