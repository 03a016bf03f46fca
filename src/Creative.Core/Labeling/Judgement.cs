using System.Collections.Immutable;

namespace Creative.Core.Labeling;

/// <summary>Whether an image may go out as it is.</summary>
public enum Verdict
{
    Usable,
    Unusable,

    /// <summary>The rater cannot tell.</summary>
    Unsure,
}

/// <summary>A fault shown on the image.</summary>
/// <param name="Dimension">Id of one whose faults can be marked.</param>
/// <param name="Kind">Id of one of its mark kinds.</param>
/// <param name="X">Share of the width, 0 to 1, from the left.</param>
/// <param name="Y">Share of the height, 0 to 1, from the top.</param>
/// <param name="Radius">Share of the width, <see cref="LeastRadius"/> to <see cref="MostRadius"/>.</param>
public sealed record Mark(string Dimension, string Kind, double X, double Y, double Radius)
{
    public const double LeastRadius = 0.005;
    public const double MostRadius = 0.5;
}

/// <summary>What one rater says of one item.</summary>
/// <param name="Scores">By dimension id, as far as they were given.</param>
/// <param name="Marks">At most <see cref="MostMarks"/>.</param>
public sealed record Judgement(Verdict Verdict, ImmutableSortedDictionary<string, int> Scores, ImmutableArray<Mark> Marks)
{
    public const int MostMarks = 50;

    /// <summary>A verdict and nothing else.</summary>
    public static Judgement Of(Verdict verdict) => new(verdict, ImmutableSortedDictionary<string, int>.Empty, []);
}
