using System.Collections.Immutable;

namespace Creative.Core.Scoring.Learning;

/// <summary>What is foreseen of one target.</summary>
/// <param name="Target">Id of the dimension, or <see cref="ScoringTarget.Usable"/>.</param>
/// <param name="Value">Score in points, or the chance that it is usable.</param>
/// <param name="Deviation">Standard deviation of the value, for want of judgements.</param>
/// <param name="Noise">Standard deviation of a single judgement about the true value.</param>
public sealed record Foreseen(string Target, double Value, double Deviation, double Noise);

/// <summary>What designers would say of an element.</summary>
/// <param name="All">One for each target, in their order.</param>
public sealed record Forecast(ImmutableArray<ScoringTarget> Targets, ImmutableArray<Foreseen> All)
{
    /// <value>Squared distance from what its prompt lets expect: 1 is usual among usable ones, 3 is far; null where nothing is expected.</value>
    public double? Unlikeness { get; init; }

    /// <summary>Chance that it is usable, 0 to 1.</summary>
    public double Usable => this[ScoringTarget.Usable].Value;

    /// <summary>All targets in one figure, 0 to 1: each where it lies on its scale, times its share.</summary>
    public double Value => Targets.Zip(All).Sum(one => one.First.Share * one.First.Worth(one.Second.Value));

    /// <summary>Standard deviation of <see cref="Value"/>, if the targets err independently.</summary>
    public double Deviation => Math.Sqrt(Targets.Zip(All).Sum(one => Math.Pow(one.First.Share * one.Second.Deviation / (one.First.High - one.First.Low), 2)));

    /// <exception cref="KeyNotFoundException">No such target.</exception>
    public Foreseen this[string target] =>
        All.FirstOrDefault(one => one.Target == target) ?? throw new KeyNotFoundException($"'{target}' is not foreseen.");

    /// <summary>What part of <see cref="Value"/> each target brings, in the order of the targets; they add up to 1 unless the value is 0.</summary>
    public ImmutableArray<(string Target, double Share)> Explain()
    {
        var value = Value;
        return [.. Targets.Zip(All).Select(one => (one.First.Id, value == 0 ? 0 : one.First.Share * one.First.Worth(one.Second.Value) / value))];
    }
}
