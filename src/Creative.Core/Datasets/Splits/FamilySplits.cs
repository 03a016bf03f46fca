using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Creative.Core.Datasets.Splits;

/// <summary>Parts of what was scored.</summary>
public static class Splitting
{
    /// <summary>What models learn from.</summary>
    public const string Train = "train";

    /// <summary>What training is watched by.</summary>
    public const string Validation = "validation";

    /// <summary>What models are measured by; it never enters a dataset.</summary>
    public const string HoldOut = "hold_out";

    /// <summary>Those that a dataset has, in the order of its rows.</summary>
    public static ImmutableArray<string> InDatasets { get; } = [Train, Validation];
}

/// <summary>Shares of the families, each 0 to 1.</summary>
public sealed record SplitShares(double Validation, double HoldOut);

/// <summary>
/// Which split each family belongs to. By a hash of the family, so that one that comes later disturbs no other; and an
/// assignment that was made once is kept for good, so that no later share moves a family that a model has learnt from.
/// </summary>
public static class FamilySplits
{
    private const string Salt = "creative split 1";

    /// <param name="kept">Assignments made before.</param>
    /// <returns>All families, the kept ones as they were.</returns>
    public static ImmutableSortedDictionary<string, string> Assign(IEnumerable<string> families, IReadOnlyDictionary<string, string> kept, SplitShares shares) =>
        families.Distinct(StringComparer.Ordinal).ToImmutableSortedDictionary(family => family, family => kept.GetValueOrDefault(family) ?? SplitOf(family, shares), StringComparer.Ordinal);

    private static string SplitOf(string family, SplitShares shares)
    {
        var place = PlaceOf(family);
        return place < shares.HoldOut ? Splitting.HoldOut : place < shares.HoldOut + shares.Validation ? Splitting.Validation : Splitting.Train;
    }

    /// <summary>0 to 1, evenly over families.</summary>
    private static double PlaceOf(string family) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Salt}\n{family}"))) / 18446744073709551616.0;
}
