using Creative.Contract.V1;
using Creative.Core.ActiveLearning;
using Creative.Core.Numerics;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Learning;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Storage;

namespace Creative.Server.Labeling.Queue;

/// <summary>Chooses what a rater is asked next, by the project's mix.</summary>
public sealed class NextItems(ScorerInForce scorer)
{
    private long _draws;

    /// <summary>What a rater may be asked now, read off the board.</summary>
    /// <returns>What there is, and how many items to choose at most. When everything that was planned is judged nothing is asked: gold, repeats and
    /// further opinions are mixed into work, and are no work by themselves.</returns>
    public (QueueState State, int Most) Look(ProjectState state, string rater, int count, long now)
    {
        var unjudged = Streams.Unjudged(state, rater, now).ToArray();
        var judged = Streams.Judged(state, rater, now).ToArray();
        var mix = MixRules.Of(state.Project);
        var open = unjudged.Length + judged.Count(item => Streams.IsOpen(state, item, now));
        if (open == 0 && state.Items.Any(item => item.Use == ItemUse.Work))
        {
            return (new QueueState([], [], [], [], null), 0);
        }

        var choice = new QueueState(
            [.. unjudged.Select(item => new Candidate(item.Id, InputsOf(item), item.Family))],
            [.. judged.Select(item => new JudgedItem(item.Id, InputsOf(item), [.. item.Scores.Values.DistinctBy(score => score.Rater).Select(score => new RaterVerdict(score.Given.Verdict, state.AgreementOf(score.Rater)))]))],
            [.. Streams.Gold(state, rater, now).Select(item => item.Id)],
            [.. Streams.Repeats(state, rater, now).Select(item => item.Id)],
            scorer.Newest);

        // Towards the end there are more places than work: they are not filled up with gold and repeats.
        var most = open == 0 ? count : (int)Math.Min(count, Math.Ceiling(open / (mix.Informative + mix.Random)));
        return (choice, most);
    }

    /// <summary>Chooses among what there is, by the project's mix. Takes a tenth of a second for 10,000 items, so not under the board's lock.</summary>
    public IReadOnlyList<QueuePick> Choose(Project project, QueueState state, int most, long now) => most == 0
        ? []
        : QueueChooser.Choose(MixRules.Of(project), state, most, new SeededRandom(SeededRandom.Derive((ulong)now, (ulong)Interlocked.Increment(ref _draws))));

    // What was made by another version of the embedding model says nothing to this scorer.
    private float[]? InputsOf(BoardItem item) => item.InputsBy == scorer.InputsVersion ? item.Inputs : null;
}
