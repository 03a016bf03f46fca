using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Scoring.Learning;

/// <summary>
/// Chooses elements half by what designers would say of them, as one snapshot foresees it, and half by what can be measured;
/// before the snapshot has seen enough judgements, by what can be measured alone. Safe to call from several threads.
/// </summary>
/// <param name="featurizer">The one whose numbers the snapshot has learnt from.</param>
/// <param name="heuristics">What can be measured.</param>
/// <param name="leastJudgements">How many are enough.</param>
public sealed class LearnedElementScorer(ElementFeaturizer featurizer, ScorerSnapshot snapshot, ElementHeuristics heuristics, long leastJudgements = LearnedElementScorer.Enough)
    : IElementScorer
{
    /// <summary>Chosen, not found: `bench labels --best-of 8` has it above the heuristics alone from 150 judgements on, its fewest, and does not say where it begins.</summary>
    public const long Enough = 200;

    /// <summary>Name of the figure that stands for all that can be measured.</summary>
    public const string Measured = "measured";

    /// <summary>
    /// Of the value, what the forecast has. The two err for different reasons and together choose better than either; between a
    /// third and two thirds the share made no difference on the prompts it was tried on (`bench labels --best-of 8`, other seeds).
    /// </summary>
    private const double OfForecast = 0.5;

    public string Version => snapshot.Judgements >= leastJudgements ? $"learned {snapshot.Version}" : heuristics.Version;

    public ImmutableArray<ElementScore> Score(IReadOnlyList<PixelImage> candidates, string prompt)
    {
        var measured = heuristics.Score(candidates, prompt);
        if (snapshot.Judgements < leastJudgements)
        {
            return measured;
        }

        var inputs = featurizer.Describe([.. candidates.Select(image => (image, prompt))], CancellationToken.None);
        return [.. snapshot.ForeseeCandidates(inputs).Zip(measured, (forecast, score) => Explain(forecast, score.Value))];
    }

    /// <summary>What an element is worth, 0 to 1.</summary>
    /// <param name="forecast">What designers would say.</param>
    /// <param name="measured">What the heuristics say, 0 to 1.</param>
    public static double Value(Forecast forecast, double measured) => (OfForecast * forecast.Value) + ((1 - OfForecast) * measured);

    private ElementScore Explain(Forecast forecast, double measured)
    {
        var value = Value(forecast, measured);
        double Share(double part) => value == 0 ? 0 : part / value;
        var ofForecast = Share(OfForecast * forecast.Value);
        return new ElementScore(
            value,
            [
                .. forecast.All.Zip(forecast.Targets, forecast.Explain()).Select(one => Figure(one.First, one.Second) with { Share = one.Third.Share * ofForecast }),
                new ElementFigure(Measured, measured, "what can be measured, 0 to 1", measured) { Share = Share((1 - OfForecast) * measured) },
                .. Unlikeness(forecast),
            ])
        {
            ScorerVersion = Version,
            Deviation = OfForecast * forecast.Deviation,
        };
    }

    /// <summary>It is part of the chance to be usable, and so has no share of its own.</summary>
    private static IEnumerable<ElementFigure> Unlikeness(Forecast forecast) => forecast.Unlikeness is { } unlikeness
        ? [new ElementFigure("unlikeness", unlikeness, "squared distance from usable elements of the prompt, 1 is usual", Math.Min(1, 1 / unlikeness))]
        : [];

    private static ElementFigure Figure(Foreseen foreseen, ScoringTarget target) =>
        new(foreseen.Target, foreseen.Value, target.Id == ScoringTarget.Usable ? "chance that it is usable" : $"points from {target.Low} to {target.High}", target.Worth(foreseen.Value))
        {
            Deviation = foreseen.Deviation,
        };
}
