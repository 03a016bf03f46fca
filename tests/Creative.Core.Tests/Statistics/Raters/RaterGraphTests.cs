using Creative.Core.Statistics.Raters;
using Xunit;

namespace Creative.Core.Tests.Statistics.Raters;

public sealed class RaterGraphTests
{
    [Fact]
    public void Raters_are_linked_through_others()
    {
        var table = RatingTable.Of([("a", "li", 1), ("a", "wu", 2), ("b", "wu", 2), ("b", "xu", 3), ("c", "he", 1), ("d", "he", 5)]);

        Assert.Equal(["li wu xu", "he"], RaterGraph.Groups(table).Select(group => string.Join(' ', group)));
    }

    [Fact]
    public void Without_common_items_each_stands_alone() =>
        Assert.Equal(2, RaterGraph.Groups(RatingTable.Of([("a", "li", 1), ("b", "wu", 2)])).Length);

    [Fact]
    public void Without_ratings_there_is_nobody() => Assert.Empty(RaterGraph.Groups(RatingTable.Of([])));
}
