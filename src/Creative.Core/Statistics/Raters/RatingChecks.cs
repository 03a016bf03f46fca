namespace Creative.Core.Statistics.Raters;

internal static class RatingChecks
{
    /// <exception cref="ArgumentException">No ratings, or one that is no number.</exception>
    public static void RequireNumbers(RatingTable table)
    {
        if (table.Ratings.IsEmpty)
        {
            throw new ArgumentException("A table without ratings says nothing of its raters.", nameof(table));
        }

        foreach (var (item, rater, value) in table.Ratings)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"{table.Raters[rater]} gave {table.Items[item]} the value {value}.", nameof(table));
            }
        }
    }
}
