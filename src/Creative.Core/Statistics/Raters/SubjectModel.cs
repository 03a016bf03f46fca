using System.Collections.Immutable;

namespace Creative.Core.Statistics.Raters;

/// <summary>
/// Scores corrected for the raters' bias and noise: the model of ITU-T P.910 (o = ψ + b + e, e ~ N(0, s²) by rater), fitted
/// with priors on bias and noise, so that a rater with few ratings is taken for a usual one. Without the priors the
/// fit can give all weight to one rater: see <see cref="AlternatingProjection"/>, which this agrees with on dense tables.
/// Biases can be told apart only between raters who share items, directly or through others: ask <see cref="RaterGraph"/>.
/// </summary>
/// <param name="BiasSpread">Standard deviation of biases that is expected, in points.</param>
/// <param name="UsualNoise">Noise that is expected, in points.</param>
/// <param name="NoiseWeight">How many ratings that expectation is worth.</param>
public sealed record SubjectModel(double BiasSpread = 0.5, double UsualNoise = 0.6, double NoiseWeight = 5)
{
    private const int MostPasses = 10_000;
    private const double Still = 1e-10;

    /// <exception cref="ArgumentException">No ratings, or one that is no number.</exception>
    public SubjectFit Fit(RatingTable table)
    {
        RatingChecks.RequireNumbers(table);
        var scores = ItemMeans(table);
        var (bias, noise) = (new double[table.Raters.Length], new double[table.Raters.Length]);
        Array.Fill(noise, UsualNoise);
        var pass = 0;
        for (var moved = double.MaxValue; pass < MostPasses && (pass < 2 || moved >= Still); pass++)
        {
            var next = WeightedMeans(table, bias, noise);
            moved = Math.Sqrt(next.Zip(scores, (a, b) => (a - b) * (a - b)).Sum());
            scores = next;
            FitBias(table, scores, bias, noise);
            FitNoise(table, scores, bias, noise);
        }

        return new SubjectFit([.. scores], Errors(table, noise), [.. bias], [.. noise], pass);
    }

    internal static double[] ItemMeans(RatingTable table) =>
        WeightedMeans(table, new double[table.Raters.Length], [.. table.Raters.Select(_ => 1.0)]);

    /// <summary>ψ_j = Σ (o − b_i) / s_i² over Σ 1 / s_i².</summary>
    internal static double[] WeightedMeans(RatingTable table, double[] bias, double[] noise)
    {
        var (sums, weights) = (new double[table.Items.Length], new double[table.Items.Length]);
        foreach (var (item, rater, value) in table.Ratings)
        {
            var weight = 1 / (noise[rater] * noise[rater]);
            sums[item] += weight * (value - bias[rater]);
            weights[item] += weight;
        }

        return [.. sums.Zip(weights, (sum, weight) => sum / weight)];
    }

    /// <summary>b_i = Σ (o − ψ) / (n_i + s_i² / τ²), then moved so that they add up to 0, as they do at the optimum.</summary>
    private void FitBias(RatingTable table, double[] scores, double[] bias, double[] noise)
    {
        var (sums, counts) = (new double[bias.Length], new int[bias.Length]);
        foreach (var (item, rater, value) in table.Ratings)
        {
            sums[rater] += value - scores[item];
            counts[rater]++;
        }

        for (var i = 0; i < bias.Length; i++)
        {
            bias[i] = sums[i] / (counts[i] + (noise[i] * noise[i] / (BiasSpread * BiasSpread)));
        }

        var middle = bias.Average();
        for (var i = 0; i < bias.Length; i++)
        {
            bias[i] -= middle;
        }
    }

    /// <summary>s_i² = (ν s0² + Σ r²) / (ν + n_i).</summary>
    private void FitNoise(RatingTable table, double[] scores, double[] bias, double[] noise)
    {
        var (squares, counts) = (new double[noise.Length], new int[noise.Length]);
        foreach (var (item, rater, value) in table.Ratings)
        {
            var left = value - scores[item] - bias[rater];
            squares[rater] += left * left;
            counts[rater]++;
        }

        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = Math.Sqrt(((NoiseWeight * UsualNoise * UsualNoise) + squares[i]) / (NoiseWeight + counts[i]));
        }
    }

    private static ImmutableArray<double> Errors(RatingTable table, double[] noise)
    {
        var weights = new double[table.Items.Length];
        foreach (var (item, rater, _) in table.Ratings)
        {
            weights[item] += 1 / (noise[rater] * noise[rater]);
        }

        return [.. weights.Select(weight => 1 / Math.Sqrt(weight))];
    }
}
