using System.Collections.Immutable;

namespace Creative.Core.Typography;

/// <summary>Puts pieces on lines of even length.</summary>
public static class LineBalance
{
    // Worth of a cut where the text pauses by itself, and cost of a line with a single character, in mean lines.
    private const double PauseWorth = 0.42;
    private const double OrphanCost = 0.9;

    /// <summary>
    /// The most even setting for each number of lines; cuts after a space or a mark are preferred, lines of one character
    /// avoided.
    /// </summary>
    /// <param name="pieces">From <see cref="LineBreaker.Pieces"/>.</param>
    /// <param name="widths">Width of each piece, any unit.</param>
    /// <param name="maxLines">At least 1.</param>
    /// <returns>Lines for 1, 2, … maxLines; entry n has n + 1 lines, fewer entries when more lines would leave one with a single character.</returns>
    public static ImmutableArray<ImmutableArray<string>> Balanced(ImmutableArray<string> pieces, IReadOnlyList<double> widths, int maxLines)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLines, 1);
        var settings = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        for (var lines = 1; lines <= Math.Min(maxLines, pieces.Length); lines++)
        {
            var setting = Partition(pieces, widths, lines);
            if (lines > 1 && setting.Any(line => line.Count(char.IsLetterOrDigit) < 2))
            {
                break;
            }

            settings.Add(setting);
        }

        return settings.ToImmutable();
    }

    private static ImmutableArray<string> Partition(ImmutableArray<string> pieces, IReadOnlyList<double> widths, int lines)
    {
        // Linear partition: cost[k, i] is the least unevenness, in squares, of the first i pieces on k lines.
        var n = pieces.Length;
        var (width, letters) = (new double[n + 1], new int[n + 1]);
        for (var i = 0; i < n; i++)
        {
            width[i + 1] = width[i] + widths[i];
            letters[i + 1] = letters[i] + pieces[i].Count(char.IsLetterOrDigit);
        }

        var mean = width[n] / lines;
        var cost = new double[lines + 1, n + 1];
        var cut = new int[lines + 1, n + 1];
        for (var k = 0; k <= lines; k++)
        {
            for (var i = 0; i <= n; i++)
            {
                cost[k, i] = k == 0 && i == 0 ? 0 : double.PositiveInfinity;
            }
        }

        for (var k = 1; k <= lines; k++)
        {
            for (var i = k; i <= n; i++)
            {
                for (var j = k - 1; j < i; j++)
                {
                    var c = cost[k - 1, j] + LineCost(width[i] - width[j], letters[i] - letters[j], i == n || Kinsoku.IsPause(pieces[i - 1][^1]), mean);
                    if (c < cost[k, i])
                    {
                        cost[k, i] = c;
                        cut[k, i] = j;
                    }
                }
            }
        }

        var result = new string[lines];
        for (int k = lines, end = n; k >= 1; k--)
        {
            var start = cut[k, end];
            result[k - 1] = string.Concat(pieces.AsSpan()[start..end].ToArray()).Trim();
            end = start;
        }

        return [.. result];
    }

    // Lines that are too long count double, since they force the whole block to a smaller size.
    private static double LineCost(double width, int letters, bool pauses, double mean)
    {
        var off = width - mean;
        var (unpaused, orphan) = (pauses ? 0 : PauseWorth * mean, letters < 2 ? OrphanCost * mean : 0);
        return (off > 0 ? 2 * off * off : off * off) + (unpaused * unpaused) + (orphan * orphan);
    }
}
