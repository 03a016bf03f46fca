namespace Creative.Server.Labeling.Queue;

/// <summary>How long each rater has worked without a break. Half an hour of judging is as long as eyes stay fair.</summary>
public sealed class WorkClock
{
    /// <summary>Without anything judged for this long it was a break.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromMinutes(5);

    /// <summary>Work after which a break is due.</summary>
    public static readonly TimeSpan Stretch = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Start, long Last)> _stretches = new(StringComparer.Ordinal);

    /// <param name="at">When an event of the rater was stored, milliseconds since 1970 UTC; never before the last one.</param>
    public void Worked(string rater, long at)
    {
        lock (_gate)
        {
            _stretches[rater] = _stretches.TryGetValue(rater, out var stretch) && at - stretch.Last < Break.TotalMilliseconds
                ? (stretch.Start, at)
                : (at, at);
        }
    }

    /// <summary>How long the rater has worked since the last break.</summary>
    public TimeSpan SinceBreak(string rater, long now)
    {
        lock (_gate)
        {
            return _stretches.TryGetValue(rater, out var stretch) && now - stretch.Last < Break.TotalMilliseconds
                ? TimeSpan.FromMilliseconds(stretch.Last - stretch.Start)
                : TimeSpan.Zero;
        }
    }

    /// <summary>When there is work again, milliseconds since 1970 UTC; null when no break is due.</summary>
    public long? BreakUntil(string rater, long now)
    {
        lock (_gate)
        {
            return _stretches.TryGetValue(rater, out var stretch)
                && now - stretch.Last < Break.TotalMilliseconds
                && stretch.Last - stretch.Start >= Stretch.TotalMilliseconds
                    ? stretch.Last + (long)Break.TotalMilliseconds
                    : null;
        }
    }
}
