using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>Draws items by lot, as many of each family as of any other (stratified sampling with equal allocation).</summary>
/// <param name="families">Of each item.</param>
internal sealed class FamilyLots(string[] families)
{
    /// <summary>The smallest first: what one lacks goes to those after it.</summary>
    private readonly int[][] _places = [.. families
        .Select((family, place) => (family, place))
        .GroupBy(one => one.family, one => one.place, StringComparer.Ordinal)
        .Select(family => family.ToArray())
        .OrderBy(places => places.Length)];

    /// <summary>Places in rising order: as many as wanted, or all when there are no more.</summary>
    public int[] Draw(int wanted, SeededRandom random)
    {
        var drawn = new List<int>(Math.Min(wanted, families.Length));
        for (var family = 0; family < _places.Length; family++)
        {
            var places = _places[family];
            var share = (wanted - drawn.Count) / (_places.Length - family);
            drawn.AddRange(ExpandedPool.Lot(places.Length, share, random).Select(one => places[one]));
        }

        drawn.Sort();
        return [.. drawn];
    }

    /// <summary>
    /// What each place drawn counts, so that together they stand for the pool in which an item of a family of n counts n^−evenness;
    /// all add up to 1.
    /// </summary>
    public double[] Weigh(int[] drawn, double evenness)
    {
        var sizes = families.CountBy(family => family, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shares = drawn.CountBy(place => families[place], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        double[] weights = [.. drawn.Select(place => Math.Pow(sizes[families[place]], 1 - evenness) / shares[families[place]])];
        var whole = weights.Sum();
        return [.. weights.Select(weight => weight / whole)];
    }
}
