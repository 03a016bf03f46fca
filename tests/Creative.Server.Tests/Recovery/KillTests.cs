using System.Security.Cryptography;
using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;

namespace Creative.Server.Tests.Recovery;

public sealed class KillTests
{
    private static readonly PlacementRef[] Sizes =
        [Given.Size(1200, 628), Given.Size(300, 250), Given.Size(728, 90), Given.Size(160, 600), Given.Size(640, 480), Given.Size(480, 640)];

    [Fact]
    public async Task Delivers_every_asset_exactly_once_although_it_was_killed_on_the_way()
    {
        using var data = new TemporaryFolder();
        var request = Given.Request(Sizes);
        request.RequestId = "survivor";
        request.Brief.Variants = 3;
        string id;
        List<RenderEvent> before = [];
        await using (var server = await ServerProcess.StartAsync(data.Path))
        {
            id = (await server.Assets.StartRenderAsync(request)).Id;
            using var watch = server.Assets.WatchRender(new WatchRenderRequest { Id = id });
            await watch.UntilAsync(one =>
            {
                if (one.Sequence > 0)
                {
                    before.Add(one);
                }

                // In the middle of the second concept's sizes.
                return before.Count == Sizes.Length + 2;
            });
            await server.KillAsync();
        }

        await using var again = await ServerProcess.StartAsync(data.Path);
        var events = (await again.Assets.WatchRender(new WatchRenderRequest { Id = id }).AllAsync()).Where(one => one.Sequence > 0).ToList();
        Assert.Equal(Enumerable.Range(1, (3 * Sizes.Length) + 1).Select(n => (long)n), events.Select(one => one.Sequence));
        Assert.Equal(before, events.Take(before.Count));
        Assert.Equal(RenderState.Succeeded, events[^1].Summary.State);

        var outcomes = events.SkipLast(1).Select(one => one.Asset is { } asset ? (asset.Variant, asset.Placement) : (one.Refusal.Variant, one.Refusal.Placement)).ToList();
        Assert.Equal(3 * Sizes.Length, outcomes.Distinct().Count());
        Assert.Equal(id, (await again.Assets.StartRenderAsync(request)).Id);

        var listed = (await again.Assets.ListAssetsAsync(new ListAssetsRequest { RenderId = id, PageSize = 500 })).Assets;
        Assert.Equal(events.Select(one => one.Asset).OfType<Asset>().Select(asset => asset.Id).Order(), listed.Select(asset => asset.Id).Order());
        foreach (var asset in listed)
        {
            Assert.Equal(asset.Sha256, Convert.ToHexStringLower(SHA256.HashData(await again.Assets.DownloadAsync(asset.Id))));
        }

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(data.Path, "blobs", "tmp")));
    }

    [Fact]
    public async Task Takes_up_a_render_that_was_only_accepted()
    {
        using var data = new TemporaryFolder();
        string id;
        await using (var server = await ServerProcess.StartAsync(data.Path))
        {
            id = (await server.Assets.StartRenderAsync(Given.Request(Given.Size(300, 250)))).Id;
            await server.KillAsync();
        }

        await using var again = await ServerProcess.StartAsync(data.Path);
        var events = await again.Assets.WatchRender(new WatchRenderRequest { Id = id }).AllAsync();
        Assert.Equal(RenderState.Succeeded, events[^1].Summary.State);
    }
}
