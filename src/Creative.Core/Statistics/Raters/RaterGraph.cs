using System.Collections.Immutable;

namespace Creative.Core.Statistics.Raters;

/// <summary>
/// Which raters can be compared: those who rated a common item, directly or through others. Between groups without a
/// common item the biases cannot be told from the items.
/// </summary>
public static class RaterGraph
{
    /// <summary>Raters by group, the largest group first, ids in ordinal order.</summary>
    public static ImmutableArray<ImmutableArray<string>> Groups(RatingTable table)
    {
        int[] parent = [.. Enumerable.Range(0, table.Raters.Length)];
        foreach (var item in table.Ratings.GroupBy(rating => rating.Item))
        {
            var first = item.First().Rater;
            foreach (var rating in item)
            {
                parent[Find(parent, rating.Rater)] = Find(parent, first);
            }
        }

        return
        [
            .. Enumerable.Range(0, parent.Length)
                .GroupBy(rater => Find(parent, rater), rater => table.Raters[rater])
                .Select(group => group.ToImmutableArray())
                .OrderByDescending(group => group.Length).ThenBy(group => group[0], StringComparer.Ordinal),
        ];
    }

    /// <summary>The root of a set of the union-find forest; halves the way to it.</summary>
    private static int Find(int[] parent, int at)
    {
        while (parent[at] != at)
        {
            at = parent[at] = parent[parent[at]];
        }

        return at;
    }
}
