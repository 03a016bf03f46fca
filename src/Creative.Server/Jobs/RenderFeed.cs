using System.Threading.Channels;
using Creative.Contract.V1;

namespace Creative.Server.Jobs;

/// <summary>
/// Live news of one render for those who watch it. Progress is passed on and forgotten; of what is kept, only the word
/// that there is more, since the history itself is in the database.
/// </summary>
public sealed class RenderFeed
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];
    private RenderProgress? _latest;

    /// <value>The last progress, or null before the first.</value>
    public RenderProgress? Latest
    {
        get
        {
            lock (_gate)
            {
                return _latest;
            }
        }
    }

    public bool IsWatched
    {
        get
        {
            lock (_gate)
            {
                return _subscriptions.Count > 0;
            }
        }
    }

    /// <summary>Passes progress on. The fraction never falls: a lower one is raised to the last.</summary>
    public void Publish(RenderProgress progress)
    {
        lock (_gate)
        {
            progress.Fraction = Math.Max(progress.Fraction, _latest?.Fraction ?? 0);
            _latest = progress;
            foreach (var subscription in _subscriptions)
            {
                subscription.Offer(progress);
            }
        }
    }

    /// <summary>Says that the history has grown or the render has ended.</summary>
    public void Announce()
    {
        lock (_gate)
        {
            foreach (var subscription in _subscriptions)
            {
                subscription.Announce();
            }
        }
    }

    /// <summary>Ends every watching with an error: the history cannot be kept, so waiting for it would never end.</summary>
    public void Break(Exception error)
    {
        lock (_gate)
        {
            foreach (var subscription in _subscriptions)
            {
                subscription.Break(error);
            }
        }
    }

    public Subscription Subscribe()
    {
        lock (_gate)
        {
            var subscription = new Subscription(this);
            if (_latest is { } latest)
            {
                subscription.Offer(latest);
            }

            _subscriptions.Add(subscription);
            return subscription;
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (_gate)
        {
            _subscriptions.Remove(subscription);
        }
    }

    /// <summary>What one watcher has not taken yet. A slow watcher misses progress, never history.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly RenderFeed _feed;
        private readonly Channel<RenderProgress?> _news =
            Channel.CreateBounded<RenderProgress?>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });

        // True from the start: whoever subscribes has not read the history yet.
        private bool _historyGrew = true;

        internal Subscription(RenderFeed feed)
        {
            _feed = feed;
            _news.Writer.TryWrite(null);
        }

        /// <summary>Waits for news and takes it: the progress reports since the last call, and whether to read the history.</summary>
        public async Task<(IReadOnlyList<RenderProgress> Progress, bool HistoryGrew)> NextAsync(CancellationToken cancellation)
        {
            await _news.Reader.WaitToReadAsync(cancellation);
            var progress = new List<RenderProgress>();
            while (_news.Reader.TryRead(out var item))
            {
                if (item is not null)
                {
                    progress.Add(item);
                }
            }

            return (progress, Interlocked.Exchange(ref _historyGrew, false));
        }

        public void Dispose() => _feed.Remove(this);

        internal void Offer(RenderProgress progress) => _news.Writer.TryWrite(progress);

        internal void Break(Exception error) => _news.Writer.TryComplete(error);

        internal void Announce()
        {
            // First the flag, then the wake-up: dropping the wake-up of a full queue loses nothing.
            Interlocked.Exchange(ref _historyGrew, true);
            _news.Writer.TryWrite(null);
        }
    }
}
