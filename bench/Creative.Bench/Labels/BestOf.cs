using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;
using Creative.Core.Statistics;
using Creative.Core.Statistics.Significance;
using Creative.Studio.Raters;

namespace Creative.Bench.Labels;

/// <summary>What choosing the best of several candidates is worth, by the judge.</summary>
/// <param name="Candidates">Of each prompt.</param>
/// <param name="Prompts">How many.</param>
/// <param name="ByLot">Share of all candidates that is usable: what the first ones would be over many seeds.</param>
/// <param name="First">Usable when the first is taken.</param>
/// <param name="Any">When one that is usable is always found: more is not to be had.</param>
/// <param name="Choices">By the heuristics, and by judgements learnt.</param>
internal sealed record BestOf(int Candidates, int Prompts, double ByLot, WilsonInterval First, WilsonInterval Any, IReadOnlyList<Choice> Choices)
{
    private const int Designers = 28;

    /// <param name="learning">Elements that designers judge.</param>
    /// <param name="offered">Of each prompt as many as there are candidates, one after the other.</param>
    /// <param name="steps">Numbers of judgements, rising, at most as many as there are elements to learn from.</param>
    public static BestOf Of(Pool learning, Pool offered, int candidates, IReadOnlyList<int> steps, ulong seed)
    {
        var groups = offered.Items.Chunk(candidates).ToArray();
        var first = groups.Select(group => group[0].Quality.Usable).ToArray();
        Choice Chosen(string by, Func<PoolItem[], IEnumerable<double>> values) => Choice.Of(by, first, [.. groups.Select(group => group.Zip(values(group)).MaxBy(one => one.Second).First.Quality.Usable)]);
        return new BestOf(
            candidates, groups.Length, offered.Items.Count(item => item.Quality.Usable) / (double)offered.Items.Length, Choice.Rate(first),
            Choice.Rate([.. groups.Select(group => group.Any(item => item.Quality.Usable))]),
            [
                Chosen("heuristics", group => group.Select(item => item.Measured)),
                .. Snapshots(learning, steps, seed).Select(scorer => Chosen(
                    $"{scorer.Judgements} judgements", group => scorer.ForeseeCandidates([.. group.Select(item => item.Inputs)]).Zip(group, (forecast, item) => LearnedElementScorer.Value(forecast, item.Measured)))),
            ]);
    }

    private static IEnumerable<ScorerSnapshot> Snapshots(Pool learning, IReadOnlyList<int> steps, ulong seed)
    {
        var random = new SeededRandom(seed);
        var team = DesignerTraits.Team(Designers, SeededRandom.Derive(seed, 1)).Select((traits, i) => new SimulatedDesigner(traits, SeededRandom.Derive(seed, (ulong)(100 + i)))).ToArray();
        var scorer = new LearnedScorer(FeatureMap.For(learning.Layout), ScoringTarget.For(DimensionCatalogue.Default.For(ItemKinds.Element)));
        var order = learning.Items.Select(item => (item, lot: random.NextUInt64())).OrderBy(one => one.lot).Select(one => one.item).ToArray();
        foreach (var step in steps)
        {
            while (scorer.Judgements < step)
            {
                var item = order[scorer.Judgements];
                scorer.Learn(item.Inputs, Lesson.Of(team[scorer.Judgements % Designers].Judge(item.Quality).Judgement));
            }

            scorer.Retune();
            yield return scorer.Snapshot();
        }
    }
}

/// <param name="By">What chose.</param>
/// <param name="Usable">Rate of the chosen ones.</param>
/// <param name="Chance">McNemar, one-sided: of so many more than with the first candidates, if choosing did nothing.</param>
/// <param name="OfGap">What share of the unusable first candidates choosing takes away.</param>
internal sealed record Choice(string By, WilsonInterval Usable, double Chance, double OfGap)
{
    public static Choice Of(string by, bool[] first, bool[] chosen)
    {
        var pairs = chosen.Zip(first).ToArray();
        var test = McNemar.Of(pairs.Count(pair => pair is (true, false)), pairs.Count(pair => pair is (false, true)));
        return new Choice(by, Rate(chosen), test.OneSided, (Rate(chosen).Rate - Rate(first).Rate) / (1 - Rate(first).Rate));
    }

    public static WilsonInterval Rate(bool[] usable) => WilsonInterval.Of(usable.Count(one => one), usable.Length);
}
