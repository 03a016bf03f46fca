using System.Collections.Immutable;
using Creative.Core.Labeling;
using Creative.Core.Numerics;

namespace Creative.Studio.Raters;

/// <summary>A judgement and how long it took.</summary>
public sealed record TimedJudgement(Judgement Judgement, double Seconds);

/// <summary>A designer who judges elements whose true quality is known, tiring as the hour goes on. Not safe to use from several threads.</summary>
/// <param name="traits">Who it is.</param>
/// <param name="seed">Of the errors: the same seed gives the same answers to the same elements.</param>
public sealed class SimulatedDesigner(DesignerTraits traits, ulong seed)
{
    /// <summary>Spread of a seen fault, for each point of noise.</summary>
    private const double SeenSpread = 0.12;

    /// <summary>Nearer to the limit than this a designer cannot tell.</summary>
    private const double Unsure = 0.01;

    /// <summary>Share by which times differ.</summary>
    private const double TimeSpread = 0.35;

    private readonly SeededRandom _random = new(seed);
    private double _hours;

    /// <summary>Rested again, as after a break.</summary>
    public void Rest() => _hours = 0;

    public TimedJudgement Judge(TrueQuality quality)
    {
        var noise = traits.Noise * (1 + (traits.Fatigue * _hours));
        var seen = Math.Max(0, quality.Worst + (SeenSpread * noise * _random.NextNormal())) - TrueQuality.Limit - traits.Leniency;
        var seconds = Seconds(seen);
        _hours += seconds / 3600;
        if (_random.NextDouble() < traits.Lapse)
        {
            return new TimedJudgement(Judgement(_random.Below(2) == 0 ? Verdict.Usable : Verdict.Unusable, _ => 1 + _random.Below(5)), seconds);
        }

        var verdict = Math.Abs(seen) < Unsure ? Verdict.Unsure : seen < 0 ? Verdict.Usable : Verdict.Unusable;
        var scores = quality.Scores;
        return new TimedJudgement(
            Judgement(verdict, i => (int)Math.Clamp(Math.Round(scores[i] + traits.Bias[i] + (noise * _random.NextNormal())), 1, 5)), seconds);
    }

    /// <summary>Half as long again for one that could go either way.</summary>
    private double Seconds(double seen) =>
        traits.Seconds * (1 + (0.5 * Math.Exp(-Math.Abs(seen) / 0.1))) * Math.Exp(TimeSpread * _random.NextNormal());

    private static Judgement Judgement(Verdict verdict, Func<int, int> score) => new(
        verdict,
        TrueQuality.Ids.Select((id, i) => (id, i)).ToImmutableSortedDictionary(one => one.id, one => score(one.i), StringComparer.Ordinal),
        []);
}
