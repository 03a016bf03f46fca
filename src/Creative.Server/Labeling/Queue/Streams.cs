using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Storage;

namespace Creative.Server.Labeling.Queue;

/// <summary>Which items may be asked of a rater now, by the reason for asking. Examples are in none of these lists.</summary>
internal static class Streams
{
    /// <summary>Judgements in between, or time gone by, after which a rater does not recognise an item.</summary>
    private const int JudgedSince = 50;

    /// <summary>Opinions beyond those that were planned, after which an item is left in peace.</summary>
    private const int MostFurther = 2;

    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(2);

    /// <summary>Items nobody judged and for which, counting those that are under way, a judgement is open.</summary>
    public static IEnumerable<BoardItem> Unjudged(ProjectState state, string rater, long now) =>
        state.Items.Where(item => item.RatersWhoJudged == 0 && IsFree(item, rater, now) && IsOpen(state, item, now));

    /// <summary>Items that others judged and that lack a planned judgement, or that a further one may settle.</summary>
    public static IEnumerable<BoardItem> Judged(ProjectState state, string rater, long now) =>
        state.Items.Where(item => item.RatersWhoJudged > 0 && IsFree(item, rater, now) && (IsOpen(state, item, now) || MaySettle(state, item, now)));

    /// <summary>Items with a known answer that this rater has not judged.</summary>
    public static IEnumerable<BoardItem> Gold(ProjectState state, string rater, long now) =>
        state.Items.Where(item => item.Use == ItemUse.Gold && !item.IsSettledFor(rater) && !item.IsHeldBy(rater, now));

    /// <summary>Items that this rater judged once, long enough ago.</summary>
    public static IEnumerable<BoardItem> Repeats(ProjectState state, string rater, long now)
    {
        if (!state.ByRater.TryGetValue(rater, out var own))
        {
            return [];
        }

        var old = own.Values.Where((score, i) => i < own.Count - JudgedSince || score.StoredAt < now - LongAgo.TotalMilliseconds);
        return old.Select(score => state.Item(score.ItemId)!)
            .Where(item => item.Use == ItemUse.Work && !item.IsHeldBy(rater, now) && item.Scores.Values.Count(score => score.Rater == rater) == 1);
    }

    /// <summary>A judgement is lacking that nobody is about to give.</summary>
    public static bool IsOpen(ProjectState state, BoardItem item, long now) =>
        item.RatersWhoJudged + item.Holders(now) < ProjectRules.JudgementsPerItem(state.Project);

    private static bool IsFree(BoardItem item, string rater, long now) =>
        item.Use == ItemUse.Work && !item.IsSettledFor(rater) && !item.IsHeldBy(rater, now);

    private static bool MaySettle(ProjectState state, BoardItem item, long now) =>
        !item.IsHeld(now) && item.RatersWhoJudged < ProjectRules.JudgementsPerItem(state.Project) + MostFurther;
}
