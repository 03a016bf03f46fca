namespace Creative.Core.Statistics.Raters;

/// <summary>
/// The subject model as ITU-T P.910 and P.913 clause 12.6 fit it: maximum likelihood by alternating projection. It is the
/// reference that <see cref="SubjectModel"/> is held to where every rater rated many items. On sparse tables it gives all
/// weight to one rater, whom it then repeats word for word; so scores are not corrected with it.
/// </summary>
public static class AlternatingProjection
{
    private const int MostPasses = 1000;
    private const double Still = 1e-8;

    /// <summary>Added to variances, so that a rater without error has a weight.</summary>
    private const double Least = 1e-8;

    /// <exception cref="ArgumentException">No ratings, or one that is no number.</exception>
    public static SubjectFit Fit(RatingTable table)
    {
        RatingChecks.RequireNumbers(table);
        var scores = SubjectModel.ItemMeans(table);
        var bias = Mean(table, (rating, _) => rating.Value - scores[rating.Item], rating => rating.Rater, table.Raters.Length);
        double[] noise = [];
        var pass = 0;
        for (var moved = double.MaxValue; pass < MostPasses && moved >= Still; pass++)
        {
            noise = Spread(table, scores, bias, rating => rating.Rater, table.Raters.Length);
            var next = SubjectModel.WeightedMeans(table, bias, [.. noise.Select(s => Math.Sqrt((s * s) + Least))]);
            moved = Math.Sqrt(next.Zip(scores, (a, b) => (a - b) * (a - b)).Sum());
            scores = next;
            bias = Mean(table, (rating, _) => rating.Value - next[rating.Item], rating => rating.Rater, table.Raters.Length);
        }

        var counts = table.Ratings.CountBy(rating => rating.Item).ToDictionary();
        var left = Spread(table, scores, bias, rating => rating.Item, table.Items.Length);
        var middle = bias.Average();
        return new SubjectFit(
            [.. scores.Select(score => score + middle)],
            [.. left.Select((spread, item) => spread / Math.Sqrt(counts[item]))],
            [.. bias.Select(one => one - middle)],
            [.. noise],
            pass);
    }

    /// <summary>Standard deviation (of the population) of what score and bias leave, by rater or by item.</summary>
    private static double[] Spread(RatingTable table, double[] scores, double[] bias, Func<Rating, int> by, int groups)
    {
        double Left(Rating rating) => rating.Value - scores[rating.Item] - bias[rating.Rater];
        var means = Mean(table, (rating, _) => Left(rating), by, groups);
        return [.. Mean(table, (rating, group) => (Left(rating) - means[group]) * (Left(rating) - means[group]), by, groups).Select(Math.Sqrt)];
    }

    private static double[] Mean(RatingTable table, Func<Rating, int, double> value, Func<Rating, int> by, int groups)
    {
        var (sums, counts) = (new double[groups], new int[groups]);
        foreach (var rating in table.Ratings)
        {
            var group = by(rating);
            sums[group] += value(rating, group);
            counts[group]++;
        }

        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }
}
