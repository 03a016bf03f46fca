namespace Creative.Bench.Labels;

/// <summary>Families as they come in practice: the r-th is asked for 1/r as often as the first (G. K. Zipf, 1949).</summary>
internal static class FamilySizes
{
    /// <summary>How many items each family has; they add up to the count, and none is empty.</summary>
    public static int[] Of(int count, int families)
    {
        var whole = Enumerable.Range(1, families).Sum(rank => 1.0 / rank);
        int[] sizes = [.. Enumerable.Range(1, families).Select(rank => Math.Max(1, (int)(count / (rank * whole))))];
        sizes[0] += count - sizes.Sum();
        return sizes;
    }
}
