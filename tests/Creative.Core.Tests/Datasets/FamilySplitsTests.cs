using Creative.Core.Datasets.Splits;
using Xunit;

namespace Creative.Core.Tests.Datasets;

public sealed class FamilySplitsTests
{
    private static readonly string[] Families = [.. Enumerable.Range(0, 2000).Select(n => $"coin {n}")];

    [Fact]
    public void Shares_out_families_as_asked()
    {
        var splits = FamilySplits.Assign(Families, new Dictionary<string, string>(), new SplitShares(Validation: 0.2, HoldOut: 0.1));

        Assert.InRange(splits.Values.Count(split => split == Splitting.HoldOut), 150, 250);
        Assert.InRange(splits.Values.Count(split => split == Splitting.Validation), 340, 460);
    }

    [Fact]
    public void A_family_that_comes_later_moves_no_other()
    {
        var shares = new SplitShares(0.2, 0.1);
        var few = FamilySplits.Assign(Families.Take(100), new Dictionary<string, string>(), shares);
        var many = FamilySplits.Assign(Families, new Dictionary<string, string>(), shares);

        Assert.All(few, split => Assert.Equal(split.Value, many[split.Key]));
    }

    [Fact]
    public void What_was_assigned_once_stays_whatever_the_shares_say_later()
    {
        var kept = FamilySplits.Assign(Families.Take(500), new Dictionary<string, string>(), new SplitShares(0, 0));

        var later = FamilySplits.Assign(Families, kept, new SplitShares(0.5, 0.5));

        Assert.All(kept, split => Assert.Equal(Splitting.Train, later[split.Key]));
        Assert.DoesNotContain(Splitting.Train, later.Where(split => !kept.ContainsKey(split.Key)).Select(split => split.Value));
    }
}
