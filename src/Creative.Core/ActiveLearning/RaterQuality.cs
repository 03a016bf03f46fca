namespace Creative.Core.ActiveLearning;

/// <summary>How much a rater's verdict counts, by how often it is the one of others on the same items.</summary>
public static class RaterQuality
{
    /// <summary>Two designers agree on the verdict this often: what votes are worth before there is a count of one's own.</summary>
    public const double UsualAgreement = 0.85;

    /// <summary>Agreements that are assumed of everybody, so that one lucky item makes nobody an expert.</summary>
    private const double Assumed = 5;

    /// <summary>Share of pairs by chance alone.</summary>
    private const double ByChance = 0.5;

    private const double Least = 0.05;

    /// <summary>Share of verdicts that others gave, too, 0 to 1, drawn towards the usual one while there are few.</summary>
    /// <param name="agreed">Pairs with another rater that agree.</param>
    /// <param name="pairs">All pairs with another rater.</param>
    public static double Agreement(long agreed, long pairs) => (agreed + (Assumed * UsualAgreement)) / (pairs + Assumed);

    /// <summary>1 − (1 − a) / e: 1 for full agreement, next to nothing for no more than chance.</summary>
    public static double Weight(double agreement) => Math.Max(Least, 1 - ((1 - agreement) / (1 - ByChance)));
}
