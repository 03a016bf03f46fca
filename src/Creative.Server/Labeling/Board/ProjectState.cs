using Creative.Contract.V1;
using Creative.Server.Labeling.Mapping;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Storage;

namespace Creative.Server.Labeling.Board;

/// <summary>
/// What the events of a project add up to. A pure function of the rows: the order in which a score and the event that takes
/// it back arrive makes no difference. Not safe for several threads; <see cref="ProjectBoard"/> guards it.
/// </summary>
public sealed class ProjectState(Project project)
{
    private readonly Dictionary<string, BoardItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BoardLease> _leases = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, EventFact> _events = [];

    // Events that were taken back before they came.
    private readonly HashSet<(Guid Target, string Rater, string ItemId)> _takenBackAhead = [];
    private readonly Dictionary<string, SortedList<long, StandingScore>> _byRater = new(StringComparer.Ordinal);
    private readonly List<BoardItem> _inOrder = [];
    private readonly AgreementTally _agreement = new();

    /// <value>Without its counts.</value>
    public Project Project { get; private set; } = project;

    /// <value>Oldest first.</value>
    public IReadOnlyList<BoardItem> Items => _inOrder;

    /// <value>Rises with each change.</value>
    public long Changes { get; private set; }

    public BoardItem? Item(string id) => _items.GetValueOrDefault(id);

    public BoardLease? Lease(string id) => _leases.GetValueOrDefault(id);

    public EventFact? Event(Guid id) => _events.GetValueOrDefault(id);

    /// <value>Standing scores of each rater, oldest first.</value>
    public IReadOnlyDictionary<string, SortedList<long, StandingScore>> ByRater => _byRater;

    /// <value>Items to be judged, and those of them that have all their judgements.</value>
    public (long Items, long Done) Counts
    {
        get
        {
            var work = _inOrder.Where(item => item.Use == ItemUse.Work);
            return (work.LongCount(), work.LongCount(IsDone));
        }
    }

    /// <summary>How often a rater's verdict is that of others on the same item, 0 to 1.</summary>
    public double AgreementOf(string rater) => _agreement.Of(rater);

    /// <summary>Items that the rater has now and has not answered.</summary>
    public int HeldBy(string rater, long now) => _inOrder.Count(item => item.IsHeldBy(rater, now));

    public bool IsDone(BoardItem item) => item.RatersWhoJudged >= ProjectRules.JudgementsPerItem(Project);

    /// <summary>The project as somebody changed it.</summary>
    public void Put(Project project)
    {
        Project = project;
        Changes++;
    }

    public void Add(BoardItem item)
    {
        if (_items.TryAdd(item.Id, item))
        {
            _inOrder.Add(item);
            Changes++;
        }
    }

    public void Give(LeaseRow row)
    {
        var lease = new BoardLease(row.Id, row.Rater, _items[row.ItemId], row.Strategy, row.Probability, row.GivenAt, row.ExpiresAt);
        if (_leases.TryAdd(row.Id, lease))
        {
            lease.Item.Leases.Add(lease);
        }
    }

    /// <summary>Forgets a lease that could not be kept on the disk.</summary>
    public void Withdraw(string leaseId)
    {
        if (_leases.Remove(leaseId, out var lease))
        {
            lease.Item.Leases.Remove(lease);
        }
    }

    /// <param name="row">A link of the chain.</param>
    /// <param name="content">Its content.</param>
    public void Apply(EventRow row, ScoreEvent content)
    {
        var id = Guid.Parse(content.EventId);
        var item = _items[row.ItemId];
        var fact = new EventFact(row.Ordinal, content.Kind, row.Rater, item, row.Strategy, row.Probability, Lease(content.LeaseId));
        if (!_events.TryAdd(id, fact))
        {
            return;
        }

        Changes++;
        if (_takenBackAhead.Remove((id, row.Rater, row.ItemId)))
        {
            fact.Superseded = true;
        }
        else
        {
            Stand(fact, content, row);
        }

        if (content.Supersedes.Length > 0)
        {
            TakeBack(Guid.Parse(content.Supersedes), row.Rater, item);
        }
    }

    private void Stand(EventFact fact, ScoreEvent content, EventRow row)
    {
        switch (fact.Kind)
        {
            case EventKind.Score:
                var score = new StandingScore(
                    row.Ordinal, row.ItemId, row.Rater, LabelMapping.ToJudgement(content), row.Strategy, row.Probability, row.StoredAt, SecondsOf(content));
                _agreement.Count(score, fact.Item.Scores.Values, by: 1);
                fact.Item.Scores.Add(row.Ordinal, score);
                if (!_byRater.TryGetValue(row.Rater, out var own))
                {
                    _byRater[row.Rater] = own = [];
                }

                own.Add(row.Ordinal, score);
                break;
            case EventKind.Skip:
                fact.Item.Skips.Add(row.Ordinal, row.Rater);
                break;
            case EventKind.Flag:
                fact.Item.Flags.Add(row.Ordinal);
                return;
            default:
                return;
        }

        // Whatever lease it answers, the rater does not hold the item any more.
        foreach (var lease in fact.Item.Leases.Where(lease => lease.Rater == row.Rater))
        {
            lease.Answered = true;
        }
    }

    private void TakeBack(Guid target, string rater, BoardItem item)
    {
        if (!_events.TryGetValue(target, out var fact))
        {
            _takenBackAhead.Add((target, rater, item.Id));
            return;
        }

        if (fact.Superseded || fact.Rater != rater || fact.Item != item)
        {
            return;
        }

        fact.Superseded = true;
        if (item.Scores.Remove(fact.Ordinal, out var score))
        {
            _agreement.Count(score, item.Scores.Values, by: -1);
        }

        item.Skips.Remove(fact.Ordinal);
        item.Flags.Remove(fact.Ordinal);
        if (_byRater.TryGetValue(rater, out var own))
        {
            own.Remove(fact.Ordinal);
        }

        // The image is before the rater again, so nobody else gets it until the lease ends.
        if (fact.Lease is { } lease && !item.IsSettledFor(rater))
        {
            lease.Answered = false;
        }
    }

    private static double? SecondsOf(ScoreEvent content)
    {
        const double Longest = 600;
        if (content.ShownAt is null || content.DecidedAt is null)
        {
            return null;
        }

        var seconds = (content.DecidedAt - content.ShownAt).ToTimeSpan().TotalSeconds;
        return seconds is > 0 and <= Longest ? seconds : null;
    }
}
