using Creative.Core.ActiveLearning;
using Creative.Core.ActiveLearning.Acquisition;
using Creative.Core.ActiveLearning.Acquisition.Comparisons;
using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;
using Creative.Core.Tests.Scoring.Learning;
using Xunit;

namespace Creative.Core.Tests.ActiveLearning.Acquisition;

public sealed class AcquisitionTests
{
    [Fact]
    public void Variance_reduction_has_the_known_scores()
    {
        var fall = new VarianceFall(new FeatureRows([1, 0, 0, 1, .8, .6], 2), new FeatureRows([1, 0, .9, .1], 2), [.5, .5], [1, 0, 0, 1], 1);

        Assert.Equal([.4525, .0025, .3121], Enumerable.Range(0, 3).Select(row => Math.Round(fall[row], 4)));
    }

    /// <summary>(1, 0) was judged: along it the variance is a half now.</summary>
    [Fact]
    public void Variance_reduction_after_a_judgement_is_that_of_the_smaller_variance()
    {
        var (rated, regarded) = (new FeatureRows([1, 0, 0, 1, .8, .6], 2), new FeatureRows([1, 0, .9, .1], 2));
        var (fall, anew) = (new VarianceFall(rated, regarded, [.5, .5], [1, 0, 0, 1], 1), new VarianceFall(rated, regarded, [.5, .5], [.5, 0, 0, 1], 1));
        fall.Take([1, 0]);

        Assert.Equal(Enumerable.Range(0, 3).Select(row => Math.Round(anew[row], 12)), Enumerable.Range(0, 3).Select(row => Math.Round(fall[row], 12)));
        fall.Take([.8, .6]);
        Assert.True(fall[2] < .6 * anew[2]);
    }

    [Fact]
    public void Farthest_first_covers_the_points_as_known()
    {
        float[][] points = [[0, 0], [0, 1], [5, 0], [5, 1], [10, 0], [2, 8], [3, 8]];
        var chooser = new FarthestFirst(points, [points[0]]);
        var (picks, radii) = (new List<int>(), new List<double>());
        for (var i = 0; i < 3; i++)
        {
            picks.Add(chooser.Draw(new SeededRandom(1)));
            chooser.Take(picks[^1]);
            radii.Add(Math.Round(chooser.Radius, 6));
        }

        Assert.Equal([4, 6, 3], picks);
        Assert.Equal([8.544004, 5.099020, 1.0], radii);
    }

    /// <summary>So that it asks the same thing again only where a second answer teaches more than anything else.</summary>
    [Fact]
    public void A_batch_is_what_asking_one_by_one_would_bring()
    {
        var random = new SeededRandom(4);
        var inputs = Enumerable.Range(0, 20).Select(_ => SyntheticElements.Draw(random)).ToArray();
        float[][] candidates = [.. Enumerable.Range(0, 60).Select(i => inputs[i % 20])]; // each three times
        var scorer = new SyntheticElements(2).Taught(60, 3).Snapshot();
        var state = new QueueState([.. candidates.Select((one, i) => new Candidate($"{i}", one))], [], [], [], scorer);

        Assert.Equal(OneByOne(scorer, candidates, 12), Picks(VarianceReduction.Of(state, new SeededRandom(5), towardsThreshold: false), 12));

        // Without knowing what was taken: all three of the first, then all three of the second.
        Assert.Equal(2, Picks(MostUncertain.Of(state), 6).Select(pick => pick % 20).Distinct().Count());
    }

    /// <summary>Tries each candidate in turn: learns it, looks at all forecasts, and takes the one after which their variances add up to least.</summary>
    private static List<int> OneByOne(ScorerSnapshot scorer, float[][] candidates, int count)
    {
        double[] Variances(LearnedScorer one)
        {
            var snapshot = one.Snapshot();
            return [.. snapshot.Targets.Select((_, target) => candidates.Sum(inputs => snapshot.Latent(target, Features(snapshot, inputs)).Variance))];
        }

        LearnedScorer After(IEnumerable<int> judged)
        {
            var one = scorer.Continue();
            foreach (var inputs in judged.Select(item => candidates[item]))
            {
                one.Learn(inputs, [.. scorer.Targets.Select(target => new Lesson(target.Id, target.Centre, 1))]);
            }

            return one;
        }

        var picks = new List<int>();
        double[][] Falls(int[] open) => [.. open.Select(item => Variances(After(picks)).Zip(Variances(After([.. picks, item])), (before, after) => before - after).ToArray())];
        double[] scale = [.. scorer.Targets.Zip(Falls([.. Enumerable.Range(0, candidates.Length)]).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]), (target, sum) => target.Share / sum)];
        while (picks.Count < count)
        {
            int[] open = [.. Enumerable.Range(0, candidates.Length).Where(item => !picks.Contains(item)).DistinctBy(item => item % 20)];
            picks.Add(open.Zip(Falls(open)).MaxBy(one => one.Second.Zip(scale, (fall, share) => fall * share).Sum()).First);
        }

        return picks;
    }

    private static double[] Features(ScorerSnapshot snapshot, float[] inputs)
    {
        var features = new double[snapshot.Map.Length];
        snapshot.Map.Expand(inputs, features);
        return features;
    }

    private static List<int> Picks(IAcquisition chooser, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
        {
            var next = chooser.Draw(new SeededRandom(1));
            chooser.Take(next);
            return next;
        }),
    ];

    /// <summary>Ninety-five elements are of a prompt of which usable ones were seen, five of one that nobody has judged; otherwise all are alike.</summary>
    [Fact]
    public void Prompts_of_which_no_usable_element_was_seen_are_not_left_behind()
    {
        var layout = new InputLayout(Look: 12, Measured: 0, Words: 6);
        float[] Inputs(int i, bool rare) => [.. SyntheticElements.Draw(new SeededRandom((ulong)i)), 3, .. rare ? (float[])[0, 0, 1, -1, 0] : [1, 1, 0, 0, 0]];
        var elements = new SyntheticElements(6);
        LearnedScorer Taught(bool prompts)
        {
            var scorer = new LearnedScorer(FeatureMap.For(prompts ? layout : new InputLayout(12, 0, 0)), ScoringTarget.For(SyntheticElements.Dimensions));
            for (var i = 0; i < 60; i++)
            {
                var inputs = Inputs(1000 + i, rare: false);
                scorer.Learn(prompts ? inputs : inputs[..12], Lesson.Of(elements.Judge(inputs[..12], new SeededRandom((ulong)i))));
            }

            return scorer;
        }

        int Rare(bool prompts)
        {
            var state = new QueueState(
                [.. Enumerable.Range(0, 100).Select(i => (Rare: i >= 95, Inputs: Inputs(i, i >= 95))).Select((one, i) => new Candidate($"{i}", prompts ? one.Inputs : one.Inputs[..12], one.Rare ? "rare" : "usual"))],
                [], [], [], Taught(prompts).Snapshot());
            return Picks(VarianceReduction.Of(state, new SeededRandom(8), towardsThreshold: true), 10).Count(pick => pick >= 95);
        }

        Assert.True(Rare(prompts: true) >= 3 && Rare(prompts: false) <= 2, $"{Rare(true)} {Rare(false)}");
    }

    [Fact]
    public void What_a_judgement_brings_only_by_chance_counts_by_that_chance()
    {
        static VarianceFall Fall() => new(new FeatureRows([1, 0, 0, 1, .8, .6], 2), new FeatureRows([1, 0, .9, .1], 2), [.5, .5], [1, 0, 0, 1], 1);
        var (certain, byChance) = (new SoughtFall(Fall(), .5, null, _ => [1, 0]), new SoughtFall(Fall(), .5, [.2, 1, 1], _ => [1, 0]));

        Assert.Equal(.5, Enumerable.Range(0, 3).Average(row => certain[row]), 12);
        Assert.Equal(.5, Enumerable.Range(0, 3).Average(row => byChance[row]), 12);
        Assert.Equal(.2 * certain[0] / certain[2], byChance[0] / byChance[2], 12);
        var before = byChance[2];
        byChance.Take([]);
        Assert.InRange(byChance[2], 0, .6 * before);
    }

    [Fact]
    public void Items_that_raters_disagree_on_come_first()
    {
        JudgedItem Item(string id, params Verdict[] verdicts) => new(id, null, [.. verdicts.Select(verdict => new RaterVerdict(verdict, .9))]);
        var state = new QueueState(
            [],
            [
                Item("agreed", Verdict.Usable, Verdict.Usable, Verdict.Usable),
                Item("split", Verdict.Usable, Verdict.Unusable),
                Item("single", Verdict.Unusable),
                Item("mostly", Verdict.Usable, Verdict.Unusable, Verdict.Usable),
            ],
            [], [], null);
        var (chooser, random, order) = (new LeastAgreed(state, new SeededRandom(1)), new SeededRandom(2), new List<string>());
        while (chooser.Remaining > 0)
        {
            order.Add(state.Judged[chooser.Draw(random)].Id);
            chooser.Take(chooser.Draw(random));
        }

        Assert.Equal(["split", "mostly", "single", "agreed"], order);
        Assert.Equal(.5, LeastAgreed.Confidence(state.Judged[1], null), 12);
    }

    [Fact]
    public void A_rater_who_agrees_no_more_than_chance_counts_for_little()
    {
        Assert.InRange(RaterQuality.Weight(RaterQuality.Agreement(10, 20)), .05, .3);
        Assert.InRange(RaterQuality.Weight(RaterQuality.Agreement(98, 100)), .9, 1);
        Assert.Equal(RaterQuality.UsualAgreement, RaterQuality.Agreement(0, 0), 12);
    }
}
