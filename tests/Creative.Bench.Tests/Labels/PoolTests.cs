using Creative.Bench.Labels;
using Xunit;

namespace Creative.Bench.Tests.Labels;

public sealed class PoolTests
{
    private static readonly Pool Drawn = SyntheticPool.Make(600, 3);

    [Fact]
    public void Families_shrink_with_their_rank_and_none_is_empty()
    {
        var sizes = FamilySizes.Of(600, 25);

        Assert.Equal(600, sizes.Sum());
        Assert.All(sizes.Zip(sizes.Skip(1)), pair => Assert.True(pair.First >= pair.Second));
        Assert.InRange(sizes[1], sizes[0] * .4, sizes[0] * .55);
        Assert.True(sizes[^1] >= 1);
    }

    [Fact]
    public void What_is_measured_on_is_never_learnt_from()
    {
        var split = Split.Of(Drawn.Items, 4);

        Assert.Empty(split.Learning.Intersect(split.Test));
        Assert.Equal(600, split.Learning.Length + split.Test.Length);
        Assert.All(split.Rare, family => Assert.True(Drawn.Items.Count(item => item.Family == family) < 18));
        Assert.Equal(split.Test, Split.Of(Drawn.Items, 4).Test);
    }

    [Fact]
    public void A_pool_comes_back_from_disk_as_it_was()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            PoolFile.Get(path, () => Drawn);
            var again = PoolFile.Get(path, () => throw new InvalidOperationException("It is there."));

            Assert.Equal((Drawn.Items.Length, Drawn.Layout), (again.Items.Length, again.Layout));
            Assert.All(Drawn.Items.Zip(again.Items), pair =>
            {
                Assert.Equal(pair.First.Inputs, pair.Second.Inputs);
                Assert.Equal(pair.First.Family, pair.Second.Family);
                Assert.Equal(pair.First.Quality.Faults.ToArray(), pair.Second.Quality.Faults.ToArray());
            });
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_scorer_gets_better_while_it_learns_and_the_same_seed_repeats_the_run()
    {
        var random = Way.All.Single(way => way.Name == Way.Random);
        var (one, again) = (LearningRun.Of(Drawn, random, 220, 5), LearningRun.Of(Drawn, random, 220, 5));

        Assert.Equal(one, again);
        Assert.Equal([60, 100, 140, 180, 220], one.Select(point => point.Labels));
        Assert.True(one[^1].Rmse < .95 * one[0].Rmse, $"{one[0]} {one[^1]}");
    }

    [Fact]
    public void The_bound_for_rare_families_asks_about_them_and_hardly_anything_else()
    {
        var alone = LearningRun.Of(Drawn, Way.All.Single(way => way.Name == "rare-families-alone"), 140, 5)[^1];
        var random = LearningRun.Of(Drawn, Way.All.Single(way => way.Name == Way.Random), 140, 5)[^1];

        Assert.True(alone.RareRmse < random.RareRmse, $"{alone} {random}");
        Assert.True(alone.Rmse > random.Rmse, $"{alone} {random}");
    }

    [Fact]
    public void Where_all_rare_ones_are_judged_the_rest_is_drawn_by_lot() =>
        Assert.Equal(300, LearningRun.Of(Drawn, Way.All.Single(way => way.Name == "rare-families-alone"), 300, 5)[^1].Labels);

    [Fact]
    public void The_best_of_several_is_usable_more_often_than_the_first()
    {
        var result = BestOf.Of(Half(0), Half(1), 4, [50, 300], 6);

        Assert.Equal(75, result.Prompts);
        Assert.Equal(["heuristics", "50 judgements", "300 judgements"], result.Choices.Select(choice => choice.By));
        Assert.Equal(result.First.Rate, result.Choices[0].Usable.Rate); // nothing is measured without pictures, so the first is taken
        Assert.True(result.Choices[2].Usable.Rate > result.First.Rate, $"{result}");
        Assert.True(result.Choices[2].Usable.Rate <= result.Any.Rate);
        Assert.Equal(Half(1).Items.Count(item => item.Quality.Usable) / 300.0, result.ByLot, 12);
    }

    private static Pool Half(int from) => Drawn with { Items = [.. Drawn.Items.Where((_, i) => i % 2 == from)] };
}
