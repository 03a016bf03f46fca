using System.Collections.Immutable;

namespace Creative.Core.Statistics.Raters;

/// <summary>One value that one rater gave one item, both by their place in the table.</summary>
public readonly record struct Rating(int Item, int Rater, double Value);

/// <summary>Who gave what to which item, on one scale. Cells may be missing; none is there twice.</summary>
/// <param name="Items">Ids in ordinal order.</param>
/// <param name="Raters">Ids in ordinal order.</param>
/// <param name="Ratings">By item, then by rater.</param>
public sealed record RatingTable(ImmutableArray<string> Items, ImmutableArray<string> Raters, ImmutableArray<Rating> Ratings)
{
    /// <exception cref="ArgumentException">A rater gave an item two values: which of them counts is for the caller to say.</exception>
    public static RatingTable Of(IReadOnlyCollection<(string Item, string Rater, double Value)> ratings)
    {
        ImmutableArray<string> items = [.. ratings.Select(rating => rating.Item).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ImmutableArray<string> raters = [.. ratings.Select(rating => rating.Rater).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var placed = ratings
            .Select(rating => new Rating(items.BinarySearch(rating.Item, StringComparer.Ordinal), raters.BinarySearch(rating.Rater, StringComparer.Ordinal), rating.Value))
            .OrderBy(rating => rating.Item).ThenBy(rating => rating.Rater)
            .ToImmutableArray();
        for (var i = 1; i < placed.Length; i++)
        {
            if ((placed[i].Item, placed[i].Rater) == (placed[i - 1].Item, placed[i - 1].Rater))
            {
                throw new ArgumentException($"{raters[placed[i].Rater]} gave {items[placed[i].Item]} two values.", nameof(ratings));
            }
        }

        return new RatingTable(items, raters, placed);
    }

    /// <summary>The values of each item, as <see cref="Agreement.KrippendorffAlpha"/> takes them.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Units()
    {
        var units = Items.Select(_ => new List<double>()).ToArray();
        foreach (var rating in Ratings)
        {
            units[rating.Item].Add(rating.Value);
        }

        return units;
    }
}
