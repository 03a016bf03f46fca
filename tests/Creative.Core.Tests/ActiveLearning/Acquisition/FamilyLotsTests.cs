using Creative.Core.ActiveLearning.Acquisition;
using Creative.Core.Numerics;
using Xunit;

namespace Creative.Core.Tests.ActiveLearning.Acquisition;

public sealed class FamilyLotsTests
{
    private static readonly string[] Families = [.. Enumerable.Repeat("common", 90), "rare", "rare", .. Enumerable.Repeat("usual", 30)];

    [Fact]
    public void Each_family_has_as_many_as_any_other_as_far_as_it_has_them()
    {
        var drawn = new FamilyLots(Families).Draw(42, new SeededRandom(3));

        Assert.Equal(drawn.Order().Distinct(), drawn);
        Assert.Equal([("common", 20), ("rare", 2), ("usual", 20)], Counts(drawn));
    }

    [Fact]
    public void All_are_drawn_where_there_are_no_more()
    {
        Assert.Equal(Enumerable.Range(0, Families.Length), new FamilyLots(Families).Draw(Families.Length + 1, new SeededRandom(3)));
        Assert.Empty(new FamilyLots([]).Draw(5, new SeededRandom(3)));
    }

    [Fact]
    public void The_lot_falls_on_other_items_with_another_seed()
    {
        var lots = new FamilyLots(Families);

        Assert.Equal(lots.Draw(42, new SeededRandom(3)), lots.Draw(42, new SeededRandom(3)));
        Assert.NotEqual(lots.Draw(42, new SeededRandom(3)), lots.Draw(42, new SeededRandom(4)));
    }

    /// <summary>An item of a family of n counts n^−2: all of the family together 1 / n of their sum, however many of it were drawn.</summary>
    [Theory]
    [InlineData(42)]
    [InlineData(122)]
    public void Those_drawn_count_for_their_whole_family(int wanted)
    {
        var evened = Together(wanted, evenness: 2);
        var whole = (1 / 90.0) + (1 / 2.0) + (1 / 30.0);

        Assert.Equal(1 / 90.0 / whole, evened["common"], 12);
        Assert.Equal(1 / 2.0 / whole, evened["rare"], 12);
        Assert.Equal(1 / 30.0 / whole, evened["usual"], 12);
        Assert.Equal(2 / 122.0, Together(wanted, evenness: 0)["rare"], 12);
        Assert.Equal(1 / 3.0, Together(wanted, evenness: 1)["rare"], 12);
    }

    private static Dictionary<string, double> Together(int wanted, double evenness)
    {
        var lots = new FamilyLots(Families);
        var drawn = lots.Draw(wanted, new SeededRandom(3));
        return drawn.Zip(lots.Weigh(drawn, evenness)).GroupBy(one => Families[one.First], one => one.Second).ToDictionary(family => family.Key, family => family.Sum());
    }

    private static IEnumerable<(string Family, int Count)> Counts(int[] drawn) =>
        drawn.CountBy(place => Families[place]).Select(family => (family.Key, family.Value)).OrderBy(family => family.Key, StringComparer.Ordinal);
}
