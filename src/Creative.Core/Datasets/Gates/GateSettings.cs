using System.Collections.Immutable;

namespace Creative.Core.Datasets.Gates;

/// <summary>What material has to be like to be learnt from. A gate drops what does not pass; a strict one refuses instead.</summary>
public sealed record GateSettings
{
    public const int UsualNearDuplicateBits = 6;

    /// <value>Raters whose share of passed gold items is surely lower are left out, 0 to 1; 0: no such gate.</value>
    public double MinGoldPassRate { get; init; }

    /// <value>Dimensions whose alpha is lower are left out, −1 to 1; null: no such gate.</value>
    public double? MinAgreement { get; init; }

    /// <value>Judgements by different raters that an item needs, at least 1.</value>
    public int MinRaters { get; init; } = 1;

    /// <value>Classes with fewer items are left out; 0: no such gate.</value>
    public int MinItemsPerClass { get; init; }

    /// <value>Bits of 64 in which the forms of images that pass for one may differ, 0 to 16.</value>
    public int NearDuplicateBits { get; init; } = UsualNearDuplicateBits;

    /// <value>Gates that refuse instead of dropping; names of <see cref="GateList"/>.</value>
    public ImmutableSortedSet<string> Strict { get; init; } = [];
}

/// <summary>What a gate did.</summary>
/// <param name="Gate">Name of <see cref="GateList"/>.</param>
/// <param name="Remarks">Plain words for each thing that was dropped or could not be measured.</param>
/// <param name="Refused">A strict gate that objected.</param>
public sealed record GateReport(
    string Gate, int ItemsBefore, int ItemsAfter, int JudgementsBefore, int JudgementsAfter, ImmutableArray<string> Remarks, bool Refused);
