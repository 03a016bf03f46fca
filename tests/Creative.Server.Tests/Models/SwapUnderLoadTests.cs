using Creative.Contract.V1;
using Creative.Server.Models.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Creative.Server.Tests.Models;

public sealed class SwapUnderLoadTests
{
    private const int Swaps = 20;

    [Fact]
    public async Task No_render_fails_while_versions_are_promoted_and_rolled_back_twenty_times()
    {
        await using var lab = await ModelLab.StartAsync(options => options with { ParallelRenders = 2, ElementCacheMegabytes = 0 });
        await lab.RegisterAsync("1.1.0");
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 3).Select(client => Task.Run(() => RenderUntilAsync(lab, (ulong)client * 100_000, stop.Token))).ToArray();

        for (var swap = 0; swap < Swaps; swap++)
        {
            Assert.Equal("1.1.0", (await lab.PromoteAsync("1.1.0")).Champion);
            Assert.Equal(ModelLab.Shipped, (await lab.RollBackAsync()).Champion);
        }

        await stop.CancelAsync();
        var assets = (await Task.WhenAll(clients)).SelectMany(list => list).ToArray();

        Assert.True(assets.Length >= clients.Length);
        Assert.All(assets, asset => Assert.Contains(ModelLab.PainterOf(asset), new[] { ModelLab.Shipped, "1.1.0" }));
        Assert.Equal(2, lab.Server.Services.GetRequiredService<ModelShelf>().Loaded.Count);
        Assert.Equal(2 * Swaps, (await lab.Client.GetModelAsync(new GetModelRequest { Id = ModelLab.Id }, lab.Key)).Moves.Count);
    }

    /// <summary>Renders until it is told to stop; the last one to its end. A failed render fails the test.</summary>
    private static async Task<List<Asset>> RenderUntilAsync(ModelLab lab, ulong seed, CancellationToken stop)
    {
        var assets = new List<Asset>();
        do
        {
            assets.Add(await lab.RenderAsync(seed++));
        }
        while (!stop.IsCancellationRequested);

        return assets;
    }
}
