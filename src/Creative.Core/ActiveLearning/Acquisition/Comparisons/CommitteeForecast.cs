namespace Creative.Core.ActiveLearning.Acquisition.Comparisons;

/// <summary>
/// What several models that were taught alike say of one item, each as chances of the answers, and what of their doubt more
/// judgements could take away. Entropies in nats; answers are worth 1, 2, 3 and so on, in points.
/// </summary>
/// <param name="Entropy">Of the mean chances: all doubt.</param>
/// <param name="OwnEntropy">Mean of the members' own: doubt that stays however much is judged.</param>
/// <param name="Spread">Variance of the members' mean answers, in squared points: doubt about the score that judgements take away.</param>
/// <param name="OwnSpread">Mean variance of the members' answers, in squared points: doubt about the score that stays.</param>
/// <param name="LeastConfidence">1 less the largest mean chance.</param>
/// <param name="Margin">Largest mean chance less the second.</param>
internal sealed record CommitteeForecast(double Entropy, double OwnEntropy, double Spread, double OwnSpread, double LeastConfidence, double Margin)
{
    /// <value>Mutual information of answer and model: what an answer would tell about who is right.</value>
    public double Disagreement => Entropy - OwnEntropy;

    /// <param name="members">Chances of the answers by each, 0 to 1, together 1: at least one member, at least two answers.</param>
    /// <exception cref="ArgumentException">Too few of either, or members of different lengths.</exception>
    public static CommitteeForecast Of(IReadOnlyList<double[]> members)
    {
        if (members.Count == 0 || members[0].Length < 2 || members.Any(member => member.Length != members[0].Length))
        {
            throw new ArgumentException($"{members.Count} members with {string.Join(", ", members.Select(member => member.Length))} chances, expected as many each, 2 at least.", nameof(members));
        }

        double[] mean = [.. Enumerable.Range(0, members[0].Length).Select(answer => members.Average(member => member[answer]))];
        double[] scores = [.. members.Select(Score)];
        double[] falling = [.. mean.OrderDescending()];
        return new CommitteeForecast(
            EntropyOf(mean), members.Average(EntropyOf), scores.Average(score => Math.Pow(score - scores.Average(), 2)),
            members.Zip(scores, (member, score) => member.Select((chance, answer) => chance * Math.Pow(answer + 1 - score, 2)).Sum()).Average(),
            1 - falling[0], falling[0] - falling[1]);
    }

    private static double Score(double[] chances) => chances.Select((chance, answer) => chance * (answer + 1)).Sum();

    private static double EntropyOf(double[] chances) => -chances.Sum(chance => chance > 0 ? chance * Math.Log(chance) : 0);
}
