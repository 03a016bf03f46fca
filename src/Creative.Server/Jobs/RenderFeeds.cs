namespace Creative.Server.Jobs;

/// <summary>The feeds of the renders that somebody works on or watches.</summary>
public sealed class RenderFeeds
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (RenderFeed Feed, int Users)> _feeds = new(StringComparer.Ordinal);

    /// <summary>The feed of a render, shared by all who hold it at the same time. Dispose what comes back.</summary>
    public Lease Open(string renderId)
    {
        lock (_gate)
        {
            var (feed, users) = _feeds.GetValueOrDefault(renderId, (new RenderFeed(), 0));
            _feeds[renderId] = (feed, users + 1);
            return new Lease(this, renderId, feed);
        }
    }

    /// <summary>Share done of a render that is being worked on now; null for others.</summary>
    public double? FractionOf(string renderId)
    {
        lock (_gate)
        {
            return _feeds.TryGetValue(renderId, out var entry) ? entry.Feed.Latest?.Fraction : null;
        }
    }

    private void Close(string renderId)
    {
        lock (_gate)
        {
            var (feed, users) = _feeds[renderId];
            if (users == 1)
            {
                _feeds.Remove(renderId);
            }
            else
            {
                _feeds[renderId] = (feed, users - 1);
            }
        }
    }

    /// <summary>The use of a feed.</summary>
    public sealed class Lease(RenderFeeds feeds, string renderId, RenderFeed feed) : IDisposable
    {
        public RenderFeed Feed => feed;

        public void Dispose() => feeds.Close(renderId);
    }
}
