using System.Collections.Immutable;

namespace Creative.Core.Comparing;

/// <summary>What two versions of a model made of the same prompt and seed, as somebody judged it who could not tell which is which.</summary>
/// <param name="ElementClass">Such as "coin".</param>
/// <param name="Baseline">Of the version that serves.</param>
/// <param name="Candidate">Of the one that may take over.</param>
public sealed record ComparedPair(string ElementClass, JudgedSide Baseline, JudgedSide Candidate);

/// <summary>How one image was judged.</summary>
/// <param name="Scores">Points by dimension, as far as they are known.</param>
public sealed record JudgedSide(bool Usable, ImmutableSortedDictionary<string, double> Scores);
