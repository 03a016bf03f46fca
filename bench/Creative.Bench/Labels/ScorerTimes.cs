using System.Diagnostics;
using Creative.Core.ActiveLearning;
using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;

namespace Creative.Bench.Labels;

/// <summary>Milliseconds, with ten thousand labels learnt and ten thousand candidates in the pool.</summary>
/// <param name="LearnMedian">One judgement, all targets.</param>
/// <param name="LearnWorst">99 of 100 of the last thousand take less.</param>
/// <param name="Retune">Noise, prior and calibration anew.</param>
/// <param name="Snapshot">A copy for readers, with its hash.</param>
/// <param name="Choose">Twenty items by the shipped mix, the fastest of fifteen.</param>
internal sealed record ScorerTimes(int Features, double LearnMedian, double LearnWorst, double Retune, double Snapshot, double Choose)
{
    private const int Labels = 10_000;
    private const int Wanted = 20;

    public static ScorerTimes Measure(Pool all)
    {
        var pool = all.Items;
        var dimensions = DimensionCatalogue.Default.For(ItemKinds.Element);
        var scorer = new LearnedScorer(FeatureMap.For(all.Layout), ScoringTarget.For(dimensions));
        var random = new SeededRandom(1);
        var times = Enumerable.Range(0, Labels).Select(i =>
        {
            var item = pool[i % pool.Length];
            Lesson[] lessons = [new(ScoringTarget.Usable, item.Quality.Usable ? 1 : 0, 1), .. dimensions.Select((one, k) => new Lesson(one.Id, Math.Round(item.Quality.Scores[k] + (.5 * random.NextNormal())), 1))];
            return Time(() => scorer.Learn(item.Inputs, [.. lessons]));
        }).TakeLast(1000).Order().ToArray();
        var retune = Time(scorer.Retune);
        var snapshot = Time(() => scorer.Snapshot());
        var state = new QueueState([.. Enumerable.Range(0, Labels).Select(i => new Candidate($"{i}", Jittered(pool[i % pool.Length].Inputs, random)))], [], [], [], scorer.Snapshot());
        var choose = Enumerable.Range(0, 15).Select(i => Time(() => QueueChooser.Choose(QueueMix.Default, state, Wanted, new SeededRandom((ulong)i)))).Order().ToArray();
        return new ScorerTimes(scorer.Map.Length, times[500], times[989], retune, snapshot, choose[0]);
    }

    private static float[] Jittered(float[] inputs, SeededRandom random) => [.. inputs.Select(value => value + (float)(.02 * random.NextNormal()))];

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
