using System.Collections.Immutable;
using Creative.Core.Labeling;
using Creative.Core.Scoring.Learning;

namespace Creative.Core.ActiveLearning;

/// <summary>An item that nobody judged yet.</summary>
/// <param name="Inputs">What is known of it, as <see cref="ElementFeaturizer"/> makes it; null: nothing, it is only drawn by lot.</param>
/// <param name="Family">Items that look alike for a reason of their making: small families are not to be forgotten beside large ones.</param>
public sealed record Candidate(string Id, float[]? Inputs, string Family = "");

/// <summary>An item that raters judged, the one who asks not among them.</summary>
/// <param name="Inputs">As in <see cref="Candidate"/>.</param>
/// <param name="Verdicts">Of different raters; at least one.</param>
public sealed record JudgedItem(string Id, float[]? Inputs, ImmutableArray<RaterVerdict> Verdicts);

/// <param name="Agreement">Of this rater with others, 0 to 1: see <see cref="RaterQuality"/>.</param>
public sealed record RaterVerdict(Verdict Verdict, double Agreement);

/// <summary>What one rater may be shown now. Items that are out on lease to others are left out by the caller.</summary>
/// <param name="Candidates">Items nobody judged.</param>
/// <param name="Judged">Items of others that need a further opinion.</param>
/// <param name="Gold">Ids of items with a known answer that this rater has not seen.</param>
/// <param name="Repeats">Ids of items that this rater judged long enough ago.</param>
/// <param name="Scorer">Null: nothing is learnt yet, informative ones are drawn by lot.</param>
public sealed record QueueState(
    IReadOnlyList<Candidate> Candidates,
    IReadOnlyList<JudgedItem> Judged,
    IReadOnlyList<string> Gold,
    IReadOnlyList<string> Repeats,
    ScorerSnapshot? Scorer);

/// <summary>One item to be shown.</summary>
/// <param name="Strategy">"informative", "random", "gold", "repeat" or "relabel": the stream it came from.</param>
/// <param name="Probability">
/// With what chance this place in the queue went to this item, all streams that could have brought it counted; what
/// <see cref="UsableRateEstimate"/> weights by.
/// </param>
/// <param name="Remaining">How many candidates nobody judged there were to choose from.</param>
public sealed record QueuePick(string ItemId, string Strategy, double Probability, int Remaining);
