using System.Collections.Immutable;

namespace Creative.Core.Statistics.Raters;

/// <summary>What a subject model says of a table: o = score + bias + error, the error's spread being the rater's own.</summary>
/// <param name="Scores">Of each item, in points, corrected for who rated it.</param>
/// <param name="Errors">Standard error of each score, in points.</param>
/// <param name="Bias">Of each rater, in points; positive: generous. Adds up to 0.</param>
/// <param name="Noise">Of each rater: standard deviation of what is left, in points.</param>
/// <param name="Iterations">Passes until nothing moved.</param>
public sealed record SubjectFit(
    ImmutableArray<double> Scores, ImmutableArray<double> Errors, ImmutableArray<double> Bias, ImmutableArray<double> Noise, int Iterations);
