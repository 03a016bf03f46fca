using Creative.Core.Scoring.Learning;
using Creative.Studio.Raters;

namespace Creative.Bench.Labels;

/// <summary>How well a scorer foresees the test set.</summary>
/// <param name="Labels">Judgements it has seen.</param>
/// <param name="Seconds">Designers' time they took.</param>
/// <param name="Rmse">Of scores in points, mean of the dimensions, over all elements.</param>
/// <param name="FamilyRmse">The same within each family, then the mean over families.</param>
/// <param name="RareRmse">The same over rare families.</param>
/// <param name="Auroc">Of the chance to be usable, over all elements.</param>
/// <param name="RareAuroc">Over the elements of rare families together.</param>
internal sealed record Quality(int Labels, double Seconds, double Rmse, double FamilyRmse, double RareRmse, double Auroc, double RareAuroc)
{
    public static Quality Of(ScorerSnapshot scorer, Split split, int labels, double seconds)
    {
        var foreseen = split.Test.Select(item => (Item: item, Forecast: scorer.Foresee(item.Inputs))).ToArray();
        var families = foreseen.GroupBy(one => one.Item.Family).Select(family => (family.Key, Rmse: Error([.. family]))).ToArray();
        return new Quality(
            labels, seconds, Error(foreseen), families.Average(family => family.Rmse),
            families.Where(family => split.Rare.Contains(family.Key)).Average(family => family.Rmse),
            Area(foreseen), Area([.. foreseen.Where(one => split.Rare.Contains(one.Item.Family))]));
    }

    private static double Error((PoolItem Item, Forecast Forecast)[] foreseen) => TrueQuality.Ids.Select((id, i) =>
        Math.Sqrt(foreseen.Average(one => Math.Pow(one.Forecast[id].Value - one.Item.Quality.Scores[i], 2)))).Average();

    private static double Area((PoolItem Item, Forecast Forecast)[] foreseen) =>
        Core.Statistics.Curves.Auroc.Of([.. foreseen.Select(one => one.Forecast.Usable)], [.. foreseen.Select(one => one.Item.Quality.Usable)])
        ?? throw new InvalidOperationException("The test set has one verdict only.");
}
