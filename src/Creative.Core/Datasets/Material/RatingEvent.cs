using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Creative.Core.Labeling;

namespace Creative.Core.Datasets.Material;

/// <summary>One thing that one rater did about one image.</summary>
/// <param name="Id">Of the event.</param>
/// <param name="Kind">"score", "undo", "skip" or "flag".</param>
/// <param name="Rater">Pseudonym.</param>
/// <param name="Judgement">Null unless it is a score.</param>
public sealed record RatingEvent(string Id, string Kind, string Rater, Judgement? Judgement)
{
    /// <value>A later event took it back or corrected it.</value>
    public bool Superseded { get; init; }

    /// <value>Id of the event that it takes back or corrects; empty: none.</value>
    public string Supersedes { get; init; } = "";

    /// <value>How the queue came to ask; empty: it did not.</value>
    public string Strategy { get; init; } = "";

    /// <value>Chance with which the queue chose the image then, 0 to 1; 0: it did not.</value>
    public double Probability { get; init; }

    /// <value>One for each sign-in of one browser tab.</value>
    public string Session { get; init; } = "";

    public string UiVersion { get; init; } = "";

    /// <value>Milliseconds since 1970 UTC, by the client's clock; 0: not said.</value>
    public long ShownAt { get; init; }

    /// <value>Milliseconds since 1970 UTC, by the client's clock; 0: not said.</value>
    public long DecidedAt { get; init; }

    /// <value>Milliseconds since 1970 UTC, by the server's clock.</value>
    public long StoredAt { get; init; }

    /// <value>On a gold item: whether the answer was right.</value>
    public bool? Passed { get; init; }

    /// <value>A score that holds.</value>
    public bool Counts => Judgement is not null && !Superseded;

    /// <value>Scores by dimension; none unless it is a score.</value>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, int> Scores => Judgement?.Scores ?? ImmutableSortedDictionary<string, int>.Empty;
}
