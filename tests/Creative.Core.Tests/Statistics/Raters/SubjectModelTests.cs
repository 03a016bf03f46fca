using System.Globalization;
using System.Text.Json;
using Creative.Core.Numerics;
using Creative.Core.Statistics.Raters;
using MathNet.Numerics.Statistics;
using Xunit;

namespace Creative.Core.Tests.Statistics.Raters;

public sealed class SubjectModelTests
{
    /// <summary>Six items, four raters, the last of whom answers by lot.</summary>
    private const string Sparse = "5,4,5,3\n4,3,5,3\n2,1,3,4\n3,2,4,2\n1,1,2,3\n4,3,nan,5";

    [Theory]
    [InlineData("sample_data")]
    [InlineData("small_sample_data")]
    public void Alternating_projection_repeats_the_published_fit(string name)
    {
        var fit = AlternatingProjection.Fit(Table(File.ReadAllText(Data($"{name}.csv"))));
        var expected = JsonSerializer.Deserialize<Dictionary<string, double[]>>(
            string.Join('\n', File.ReadAllLines(Data($"{name}.expected.json"))))!;

        Near(expected["mos_j"], fit.Scores, 1e-6);
        Near(expected["bias_i"], fit.Bias, 1e-6);
        Near(expected["inconsistency_i"], fit.Noise, 1e-6);
        Near(expected["sos_j"], fit.Errors, 1e-6);
    }

    [Fact]
    public void Alternating_projection_repeats_one_rater_where_ratings_are_few()
    {
        var fit = AlternatingProjection.Fit(Table(Sparse));

        Near([5.033333, 4.033333, 2.033333, 3.033333, 1.033333, 4.033333], fit.Scores, 1e-5);
        Near([-.033333, -.866667, .766667, .133333], fit.Bias, 1e-5);
        Near([0, .372678, .4, 1.57233], fit.Noise, 1e-4);
    }

    [Fact]
    public void Priors_keep_every_rater_a_voice()
    {
        var fit = new SubjectModel().Fit(Table(Sparse));

        Near([4.612535, 3.958114, 2.120579, 2.958114, 1.446648, 3.955124], fit.Scores, 1e-6);
        Near([-.007529, -.743429, .662958, .088000], fit.Bias, 1e-6);
        Near([.444078, .445630, .471374, 1.093476], fit.Noise, 1e-6);
        Near([.254466, .254466, .254466, .254466, .254466, .302298], fit.Errors, 1e-6);
    }

    [Fact]
    public void Agrees_with_the_reference_where_ratings_are_many()
    {
        var table = Table(File.ReadAllText(Data("sample_data.csv")));
        var (ours, reference) = (new SubjectModel().Fit(table), AlternatingProjection.Fit(table));

        Assert.Equal(.0105, ours.Scores.Zip(reference.Scores, (a, b) => Math.Abs(a - b)).Max(), 4);
        Assert.Equal(.9999953, Correlation.Pearson(ours.Scores, reference.Scores), 7);
        Assert.Equal(
            ["01", "02", "03", "04", "05"], // voted by lot
            RaterScreening.Of(ours, table.Raters).Where(one => one.Remark == RaterRemark.Noisy).Select(one => one.Rater));
    }

    /// <summary>28 raters, 600 items, most of them rated once.</summary>
    [Fact]
    public void Comes_closer_to_the_truth_than_means_and_than_the_reference_where_ratings_are_few()
    {
        var (means, reference, ours) = (0.0, 0.0, 0.0);
        for (ulong seed = 0; seed < 4; seed++)
        {
            var (table, truth) = Simulated(seed);
            double[] mean = [.. table.Ratings.GroupBy(rating => rating.Item).OrderBy(item => item.Key).Select(item => item.Average(rating => rating.Value))];
            means += Off(mean, truth);
            reference += Off(AlternatingProjection.Fit(table).Scores, truth);
            ours += Off(new SubjectModel().Fit(table).Scores, truth);
        }

        Assert.True(ours < .97 * reference && ours < .97 * means, $"{ours} {reference} {means}");
    }

    [Fact]
    public void Needs_ratings_that_are_numbers()
    {
        Assert.Throws<ArgumentException>(() => new SubjectModel().Fit(RatingTable.Of([])));
        Assert.Throws<ArgumentException>(() => new SubjectModel().Fit(RatingTable.Of([("a", "r", double.NaN)])));
        Assert.Throws<ArgumentException>(() => RatingTable.Of([("a", "r", 1), ("a", "r", 2)]));
    }

    private static (RatingTable Table, double[] Truth) Simulated(ulong seed)
    {
        var random = new SeededRandom(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var raters = Enumerable.Range(0, 28).Select(_ => (Bias: .4 * Normal(), Noise: .4 + (.5 * random.NextDouble()))).ToArray();
        var truth = Enumerable.Range(0, 600).Select(_ => 3 + Normal()).ToArray();
        var ratings = new List<(string, string, double)>();
        for (var item = 0; item < truth.Length; item++)
        {
            var first = random.Below(28);
            for (var k = 0; k < (random.NextDouble() < .6 ? 1 : 3); k++)
            {
                var (bias, noise) = raters[(first + (k * 5)) % 28];
                ratings.Add(($"{item:000}", $"{(first + (k * 5)) % 28:00}", truth[item] + bias + (noise * Normal())));
            }
        }

        return (RatingTable.Of(ratings), truth);
    }

    private static double Off(IEnumerable<double> scores, double[] truth) => Math.Sqrt(scores.Zip(truth, (a, b) => (a - b) * (a - b)).Average());

    private static void Near(double[] expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - tolerance, pair.First + tolerance));
    }

    /// <summary>Rows are items, columns raters.</summary>
    private static RatingTable Table(string csv) => RatingTable.Of(
    [
        .. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany((row, item) => row.Split(',')
            .Select((cell, rater) => (Item: $"{item:000}", Rater: $"{rater + 1:00}", Value: cell == "nan" ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture))))
            .Where(rating => !double.IsNaN(rating.Value)),
    ]);

    private static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "labels", "p910", name);
}
