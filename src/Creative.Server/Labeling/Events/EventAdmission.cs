using Creative.Contract.V1;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Storage;

namespace Creative.Server.Labeling.Events;

/// <summary>Decides what becomes of each event of a group that is committed together, in their order.</summary>
/// <param name="stored">Events on the disk that have one of the group's ids.</param>
/// <param name="head">The last link before the group; null for the first.</param>
/// <param name="now">Milliseconds since 1970 UTC.</param>
public sealed class EventAdmission(ProjectBoards boards, IReadOnlyDictionary<string, EventRow> stored, EventRow? head, long now)
{
    private readonly Dictionary<string, EventRow> _new = new(StringComparer.Ordinal);
    private readonly List<(EventRow Row, ScoreEvent Content)> _links = [];

    private EventRow? _head = head;

    /// <value>What is to be appended, in the order of the chain.</value>
    public IReadOnlyList<(EventRow Row, ScoreEvent Content)> Links => _links;

    public Acknowledgement Admit(Submission submission, EventDraft draft)
    {
        var content = draft.Content;
        if ((stored.GetValueOrDefault(content.EventId) ?? _new.GetValueOrDefault(content.EventId)) is { } known)
        {
            return known.Rater == submission.Rater && known.Content.AsSpan().SequenceEqual(draft.Bytes)
                ? Acknowledgement.Duplicate
                : Acknowledgement.Refused(new FieldProblem("event_id", "was used for another event"));
        }

        if (boards.Find(content.Project) is not { } board)
        {
            return Acknowledgement.Refused(new FieldProblem("project", "is not there"));
        }

        var (problems, strategy, probability) = board.Read(state => Look(state, submission, content));
        if (problems.Count > 0)
        {
            return Acknowledgement.Refused(problems);
        }

        Link(submission.Rater, draft, strategy, probability);
        return Acknowledgement.Stored;
    }

    private (IReadOnlyList<FieldProblem> Problems, string Strategy, double Probability) Look(ProjectState state, Submission submission, ScoreEvent content)
    {
        if (state.Item(content.ItemId) is not { } item)
        {
            return ([new FieldProblem("item_id", "is not in this project")], "", 0);
        }

        var problems = new List<FieldProblem>();
        var lease = state.Lease(content.LeaseId);
        if (content.LeaseId.Length > 0 && (lease is null || lease.Rater != submission.Rater || lease.Item != item))
        {
            problems.Add(new FieldProblem("lease_id", "is not a lease of this rater on this item"));
        }
        else if (lease is null && !submission.IsLead && !item.WasAsked(submission.Rater))
        {
            problems.Add(new FieldProblem("lease_id", "is required: this rater was never asked about this item"));
        }

        var target = Target(state, content);
        if (target is { } found)
        {
            problems.AddRange(OfTarget(found, submission.Rater, content));
        }

        // A correction without a lease answers what the corrected one answered.
        return (problems, lease?.Strategy ?? target?.Strategy ?? "", lease?.Probability ?? target?.Probability ?? 0);
    }

    /// <summary>What is taken back or corrected, as far as it is known: it may still be on its way.</summary>
    private (string Rater, string ItemId, EventKind Kind, string Strategy, double Probability)? Target(ProjectState state, ScoreEvent content)
    {
        if (content.Supersedes.Length == 0)
        {
            return null;
        }

        if (state.Event(Guid.Parse(content.Supersedes)) is { } fact)
        {
            return (fact.Rater, fact.Item.Id, fact.Kind, fact.Strategy, fact.Probability);
        }

        return _new.TryGetValue(content.Supersedes, out var row)
            ? (row.Rater, row.ItemId, ScoreEvent.Parser.ParseFrom(row.Content).Kind, row.Strategy, row.Probability)
            : null;
    }

    private static IEnumerable<FieldProblem> OfTarget(
        (string Rater, string ItemId, EventKind Kind, string Strategy, double Probability) target, string rater, ScoreEvent content)
    {
        if (target.Rater != rater || target.ItemId != content.ItemId)
        {
            yield return new FieldProblem("supersedes", "is not an event of this rater about this item");
        }
        else if (target.Kind == EventKind.Undo)
        {
            yield return new FieldProblem("supersedes", "is an undo, which cannot be taken back: judge the item again");
        }
        else if (content.Kind == EventKind.Score && target.Kind != EventKind.Score)
        {
            yield return new FieldProblem("supersedes", "is no score that this one could correct");
        }
    }

    private void Link(string rater, EventDraft draft, string strategy, double probability)
    {
        var row = new EventRow
        {
            Ordinal = (_head?.Ordinal ?? 0) + 1,
            EventId = draft.Content.EventId,
            Project = draft.Content.Project,
            ItemId = draft.Content.ItemId,
            Rater = rater,
            Strategy = strategy,
            Probability = probability,

            // The order of the chain is the order of time, even when the clock is set back.
            StoredAt = Math.Max(now, _head?.StoredAt ?? 0),
            Content = draft.Bytes,
            PreviousHash = _head?.Hash ?? EventChain.Start,
        };
        row.Hash = EventChain.HashOf(row);
        _head = row;
        _new.Add(row.EventId, row);
        _links.Add((row, draft.Content));
    }
}
