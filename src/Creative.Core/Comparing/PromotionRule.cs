namespace Creative.Core.Comparing;

/// <summary>
/// When a candidate may take over: it is better overall, and no class and no dimension is worse by more than a margin. A class is
/// held to what was seen, since pairs of one class are too few to prove that it is not worse; a dimension to the low end of its interval.
/// </summary>
/// <param name="MaxChance">Of exact McNemar, one-sided, that the candidate only seems better, 0 to 1.</param>
/// <param name="ClassMargin">Of the usable rate of a class, 0 to 1: what it may fall by.</param>
/// <param name="DimensionMargin">Points that the mean of a dimension may fall by, at the low end of its 95 % interval.</param>
/// <param name="MinClassPairs">Pairs that a class must have to be held to it.</param>
public sealed record PromotionRule(double MaxChance = 0.05, double ClassMargin = 0.1, double DimensionMargin = 0.15, int MinClassPairs = 10);
