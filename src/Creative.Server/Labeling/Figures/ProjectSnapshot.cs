using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Server.Labeling.Board;
using KnownAnswer = Creative.Core.Labeling.KnownAnswer;

namespace Creative.Server.Labeling.Figures;

/// <summary>What the figures of a project are computed from, taken off the board at one moment.</summary>
/// <param name="Changes">Of the board then.</param>
/// <param name="Items">That anybody judged, by id.</param>
/// <param name="Scores">That stand, oldest first.</param>
public sealed record ProjectSnapshot(Project Project, long Changes, ImmutableDictionary<string, JudgedItem> Items, ImmutableArray<StandingScore> Scores)
{
    /// <value>Each rater's first score of each item: a repeat says how steady the rater is and nothing of the item.</value>
    public IEnumerable<StandingScore> FirstScores => Scores.DistinctBy(score => (score.ItemId, score.Rater));

    public static ProjectSnapshot Of(ProjectBoard board) => board.Read(state =>
    {
        var judged = state.Items.Where(item => item.Scores.Count > 0).ToArray();
        return new ProjectSnapshot(
            state.Project,
            state.Changes,
            judged.ToImmutableDictionary(item => item.Id, item => new JudgedItem(item.Origin.ModelVersion, item.Origin.ElementClass, item.Answer)),
            [.. judged.SelectMany(item => item.Scores.Values).OrderBy(score => score.Ordinal)]);
    });
}

/// <param name="Gold">Its known answer; null for an item without one.</param>
public sealed record JudgedItem(string ModelVersion, string ElementClass, KnownAnswer? Gold);
