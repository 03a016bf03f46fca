using System.Collections.Frozen;
using System.Collections.Immutable;
using Creative.Core.Composition;

namespace Creative.Core.Explaining;

/// <summary>Which checks decided: the ones with the least room to their limits.</summary>
internal static class TightestChecks
{
    private const int Count = 4;

    /// <summary>Rules whose figure has to reach the limit.</summary>
    private static readonly FrozenSet<string> Floors = FrozenSet.Create(StringComparer.Ordinal, "contrast", "min_glyph");

    /// <summary>Rules whose figure may not pass the limit.</summary>
    private static readonly FrozenSet<string> Ceilings = FrozenSet.Create(StringComparer.Ordinal, "calm_ground", "file_size", "palette_distance");

    /// <summary>Whether the figure of a rule has to reach its limit; else it may not pass it.</summary>
    public static bool IsFloor(string rule) => Floors.Contains(rule);

    /// <summary>The closest first, at most one for each rule and part of the picture. Checks that only count faults have no room to speak of.</summary>
    public static ImmutableArray<ExplainedCheck> Of(ImmutableArray<Check> checks) =>
    [
        .. checks.Where(check => check.Limit > 0 && (Floors.Contains(check.Rule) || Ceilings.Contains(check.Rule)))
            .Select(check => new ExplainedCheck(check, Math.Round(Headroom(check), 4)))
            .OrderBy(one => one.Headroom)
            .ThenBy(one => one.Check.Rule, StringComparer.Ordinal)
            .ThenBy(one => one.Check.Subject, StringComparer.Ordinal)
            .Take(Count),
    ];

    private static double Headroom(Check check) => IsFloor(check.Rule) ? (check.Measured / check.Limit) - 1 : 1 - (check.Measured / check.Limit);
}
