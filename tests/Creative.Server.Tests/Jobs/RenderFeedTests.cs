using Creative.Contract.V1;
using Creative.Server.Jobs;

namespace Creative.Server.Tests.Jobs;

public sealed class RenderFeedTests
{
    [Fact]
    public async Task Tells_a_new_watcher_to_read_the_history_and_the_latest_progress()
    {
        var feed = new RenderFeed();
        feed.Publish(new RenderProgress { Fraction = 0.25 });
        using var subscription = feed.Subscribe();
        var (progress, grew) = await subscription.NextAsync(CancellationToken.None);
        Assert.True(grew);
        Assert.Equal(0.25, Assert.Single(progress).Fraction);
    }

    [Fact]
    public async Task Never_lets_the_fraction_fall()
    {
        var feed = new RenderFeed();
        using var subscription = feed.Subscribe();
        foreach (var fraction in new[] { 0.1, 0.5, 0.3, 0.6 })
        {
            feed.Publish(new RenderProgress { Fraction = fraction });
        }

        var (progress, _) = await subscription.NextAsync(CancellationToken.None);
        Assert.Equal([0.1, 0.5, 0.5, 0.6], progress.Select(one => one.Fraction));
    }

    [Fact]
    public async Task Drops_progress_for_a_slow_watcher_but_no_word_of_history()
    {
        var feed = new RenderFeed();
        using var subscription = feed.Subscribe();
        await subscription.NextAsync(CancellationToken.None);
        feed.Announce();
        for (var i = 0; i < 100; i++)
        {
            feed.Publish(new RenderProgress { Fraction = i / 100.0 });
        }

        var (progress, grew) = await subscription.NextAsync(CancellationToken.None);
        Assert.True(grew);
        Assert.InRange(progress.Count, 1, 16);
        Assert.Equal(0.99, progress[^1].Fraction);
    }

    [Fact]
    public async Task Ends_every_watching_when_it_breaks()
    {
        var feed = new RenderFeed();
        using var subscription = feed.Subscribe();
        await subscription.NextAsync(CancellationToken.None);
        feed.Break(new InvalidOperationException("broken"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => subscription.NextAsync(CancellationToken.None));
    }

    [Fact]
    public void Is_shared_while_somebody_holds_it()
    {
        var feeds = new RenderFeeds();
        var first = feeds.Open("r");
        using (var second = feeds.Open("r"))
        {
            Assert.Same(first.Feed, second.Feed);
            second.Feed.Publish(new RenderProgress { Fraction = 0.5 });
        }

        Assert.Equal(0.5, feeds.FractionOf("r"));
        first.Dispose();
        Assert.Null(feeds.FractionOf("r"));
    }
}
