using MathNet.Numerics.Distributions;

namespace Creative.Core.Scoring.Learning.Verdicts;

/// <summary>What speaks for an element's being usable.</summary>
/// <param name="Standing">How far above the middle its verdict is foreseen, in standard deviations of a judgement.</param>
/// <param name="Unlikeness">How far it is from what its prompt lets expect (<see cref="Prompts.UsualLooks"/>); 0 where nothing is expected.</param>
internal readonly record struct VerdictSigns(double Standing, double Unlikeness);

/// <summary>Turns signs into a chance: Φ(slope · standing − penalty · unlikeness + offset).</summary>
internal readonly record struct VerdictCurve(double Slope, double Penalty, double Offset)
{
    /// <summary>Before any was checked: the chance that the standing itself says.</summary>
    public static VerdictCurve Plain { get; } = new(1, 0, 0);

    public double Chance(VerdictSigns signs) => Normal.CDF(0, 1, At(signs));

    public double At(VerdictSigns signs) => (Slope * signs.Standing) - (Penalty * signs.Unlikeness) + Offset;
}
