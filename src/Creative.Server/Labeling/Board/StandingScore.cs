using Creative.Contract.V1;
using Judgement = Creative.Core.Labeling.Judgement;

namespace Creative.Server.Labeling.Board;

/// <summary>A score that stands: neither taken back nor corrected.</summary>
/// <param name="Ordinal">Position in the chain of all events.</param>
/// <param name="Rater">Whose.</param>
/// <param name="Given">What was said.</param>
/// <param name="Strategy">How the queue came to ask; empty for an unasked one.</param>
/// <param name="Probability">With which chance, 0 to 1.</param>
/// <param name="StoredAt">Milliseconds since 1970 UTC.</param>
/// <param name="Seconds">From the image on the screen to the judgement, by the client's clock; null where that cannot be.</param>
public sealed record StandingScore(
    long Ordinal,
    string ItemId,
    string Rater,
    Judgement Given,
    string Strategy,
    double Probability,
    long StoredAt,
    double? Seconds);

/// <summary>One event as the board remembers it, standing or not.</summary>
public sealed record EventFact(long Ordinal, EventKind Kind, string Rater, BoardItem Item, string Strategy, double Probability, BoardLease? Lease)
{
    public bool Superseded { get; set; }
}

/// <summary>An item that is or was a rater's to judge.</summary>
public sealed record BoardLease(string Id, string Rater, BoardItem Item, string Strategy, double Probability, long GivenAt, long ExpiresAt)
{
    /// <value>Judged or skipped, and that not taken back.</value>
    public bool Answered { get; set; }

    public bool IsActive(long now) => !Answered && ExpiresAt > now;
}
