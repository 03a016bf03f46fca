using Creative.Core.ActiveLearning;
using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;
using Creative.Studio.Raters;

namespace Creative.Bench.Labels;

/// <summary>One project from the first judgement to the last: the same seed has the same pool, first items, and designers, whatever chooses.</summary>
internal static class LearningRun
{
    private const int First = 60;
    private const int Batch = 40;
    private const int Designers = 28;

    /// <param name="budget">Judgements in all.</param>
    public static List<Quality> Of(Pool pool, Way way, int budget, ulong seed)
    {
        var split = Split.Of(pool.Items, SeededRandom.Derive(seed, 1));
        var strategy = way.Strategy(split);
        var random = new SeededRandom(SeededRandom.Derive(seed, 2));
        var team = DesignerTraits.Team(Designers, SeededRandom.Derive(seed, 3))
            .Select((traits, i) => new SimulatedDesigner(traits, SeededRandom.Derive(seed, (ulong)(100 + i)))).ToArray();
        var scorer = new LearnedScorer(FeatureMap.For(pool.Layout), ScoringTarget.For(DimensionCatalogue.Default.For(ItemKinds.Element)));
        var left = split.Learning.Select((item, i) => (Id: $"{i:00000}", Item: item)).ToDictionary(one => one.Id, one => one.Item);
        var (judged, curve, seconds) = (new List<JudgedItem>(), new List<Quality>(), 0.0);
        while (judged.Count < budget)
        {
            var snapshot = judged.Count == 0 ? null : scorer.Snapshot();
            var state = new QueueState([.. left.Select(one => new Candidate(one.Key, one.Value.Inputs, one.Value.Family))], judged, [], [], snapshot);
            foreach (var pick in QueueChooser.Choose(way.Mix, state, judged.Count == 0 ? First : Math.Min(Batch, budget - judged.Count), random, strategy))
            {
                var item = left[pick.ItemId];
                var said = team[judged.Count % team.Length].Judge(item.Quality);
                seconds += said.Seconds;
                scorer.Learn(item.Inputs, Lesson.Of(said.Judgement));
                judged.Add(new JudgedItem(pick.ItemId, item.Inputs, [new RaterVerdict(said.Judgement.Verdict, RaterQuality.UsualAgreement)]));
                left.Remove(pick.ItemId);
            }

            scorer.Retune();
            curve.Add(Quality.Of(scorer.Snapshot(), split, judged.Count, seconds));
        }

        return curve;
    }
}
