using Creative.Contract.V1;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Tests.Storage;

public sealed class RenderStoreTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly RenderStore _renders = new(database);
    private readonly AssetStore _assets = new(database);

    [Fact]
    public async Task Keeps_the_first_of_two_with_one_request_id()
    {
        var (first, isNew) = await _renders.AcceptAsync(Render("r1", "same"), CancellationToken.None);
        var (second, again) = await _renders.AcceptAsync(Render("r2", "same"), CancellationToken.None);
        Assert.Equal(("r1", true), (first.Id, isNew));
        Assert.Equal(("r1", false), (second.Id, again));
        Assert.Null(await _renders.FindAsync("r2", CancellationToken.None));
    }

    [Fact]
    public async Task Numbers_outcomes_without_gaps_and_takes_each_placement_once()
    {
        await _renders.AcceptAsync(Render("r3"), CancellationToken.None);
        var kept = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() =>
            _renders.AddAsync(Outcome("r3", n % 5), n % 2 == 0 ? Asset($"r3-{n % 5}") : null, elapsedMs: n, CancellationToken.None))));
        Assert.Equal(5, kept.Count(one => one));
        var history = await _renders.HistoryAsync("r3", after: 0, CancellationToken.None);
        Assert.Equal([1L, 2, 3, 4, 5], history.Select(entry => entry.Outcome.Sequence));
        Assert.Equal([4L, 5], (await _renders.HistoryAsync("r3", after: 3, CancellationToken.None)).Select(entry => entry.Outcome.Sequence));
        Assert.All(history, entry => Assert.Equal(entry.Outcome.AssetId, entry.Asset?.Id));
    }

    [Fact]
    public async Task Keeps_an_asset_of_two_renders_once()
    {
        await _renders.AcceptAsync(Render("r4"), CancellationToken.None);
        await _renders.AcceptAsync(Render("r5"), CancellationToken.None);
        Assert.True(await _renders.AddAsync(Outcome("r4", 0), Asset("shared"), 1, CancellationToken.None));
        Assert.True(await _renders.AddAsync(Outcome("r5", 0), Asset("shared"), 1, CancellationToken.None));
        foreach (var id in new[] { "r4", "r5" })
        {
            var listed = await _assets.ListAsync(new AssetFilter("", "", "", id), long.MaxValue, 10, CancellationToken.None);
            Assert.Equal("shared", Assert.Single(listed).Id);
        }
    }

    [Fact]
    public async Task Takes_nothing_more_once_a_render_has_ended()
    {
        await _renders.AcceptAsync(Render("r6"), CancellationToken.None);
        Assert.Contains("r6", await _renders.UnfinishedAsync(CancellationToken.None));
        await _renders.EndAsync("r6", RenderState.Cancelled, StatusCode.OK, "", CancellationToken.None);
        await _renders.EndAsync("r6", RenderState.Failed, StatusCode.Internal, "too late", CancellationToken.None);

        Assert.False(await _renders.AddAsync(Outcome("r6", 0), Asset("late"), 1, CancellationToken.None));
        Assert.Null(await _renders.BeginAsync("r6", CancellationToken.None));
        Assert.Equal((RenderState.Cancelled, ""), (await _renders.FindAsync("r6", CancellationToken.None) is { } row ? (row.State, row.Error) : default));
        Assert.Null(await _assets.FindAsync("late", CancellationToken.None));
        Assert.DoesNotContain("r6", await _renders.UnfinishedAsync(CancellationToken.None));
    }

    private static RenderRow Render(string id, string? requestId = null) => new()
    {
        Id = id,
        RequestId = requestId,
        Fingerprint = "f",
        Request = [],
        Brand = "b",
        BrandVersion = "v",
        Expected = 5,
        State = RenderState.Queued,
        CreatedAt = 1,
    };

    private static OutcomeRow Outcome(string render, int placement) =>
        new() { RenderId = render, Sequence = 0, Variant = 0, Placement = $"{300 + placement}x250" };

    private static AssetRow Asset(string id) => new() { Id = id, Campaign = "c", Brand = "b", Placement = "300x250", Sha256 = new string('0', 64), Record = [] };
}
