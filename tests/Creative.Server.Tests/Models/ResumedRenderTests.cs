using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;

namespace Creative.Server.Tests.Models;

/// <summary>A render that a restart interrupts goes on with the models that it began with.</summary>
public sealed class ResumedRenderTests : IAsyncLifetime
{
    private const string Newer = "1.1.0";

    private ModelLab? _lab;

    private ModelLab Lab => _lab!;

    public async Task InitializeAsync() => _lab = await ModelLab.StartAsync(options => options with { ElementCacheMegabytes = 0 });

    public async Task DisposeAsync() => await Lab.DisposeAsync();

    [Fact]
    public async Task It_ends_on_the_version_that_it_began_with_whatever_was_promoted_meanwhile()
    {
        await Lab.RegisterAsync(Newer);
        var id = await BeginAsync();
        await Lab.PromoteAsync(Newer);
        Assert.Equal(RenderState.Running, await StateAsync(id));

        await Lab.RestartAsync();

        using var watch = Lab.Server.Assets.WatchRender(new WatchRenderRequest { Id = id });
        var resumed = (await watch.UntilAsync(one => one.Asset is not null)).Asset;
        Assert.Equal(ModelLab.Shipped, ModelLab.PainterOf(resumed));
        await Lab.Server.Assets.CancelRenderAsync(new CancelRenderRequest { Id = id });
        Assert.Equal(Newer, ModelLab.PainterOf(await Lab.RenderAsync(99)));
    }

    [Fact]
    public async Task It_fails_and_says_why_where_that_version_is_gone()
    {
        var id = await BeginAsync();

        await Lab.RestartAsync(() => Lab.Install("9.0.0"));

        var summary = (await Lab.Server.Assets.WatchRender(new WatchRenderRequest { Id = id }).AllAsync())[^1].Summary;
        Assert.Equal(RenderState.Failed, summary.State);
        Assert.Contains($"The render began with version {ModelLab.Shipped} of model '{ModelLab.Id}', which is not there any more", summary.Error, StringComparison.Ordinal);
        Assert.Equal("9.0.0", ModelLab.PainterOf(await Lab.RenderAsync(99)));
    }

    /// <summary>A render of many large sizes, when the first step of it was painted: the model is tiny, so that drawing takes the time.</summary>
    private async Task<string> BeginAsync()
    {
        var request = Given.LongRequest(seed: 7);
        request.Brief.Placements.AddRange(Enumerable.Range(0, 40).Select(i => Given.Size(1920 + i, 1080)));
        var job = await Lab.Server.Assets.StartRenderAsync(request);
        using var watch = Lab.Server.Assets.WatchRender(new WatchRenderRequest { Id = job.Id });
        await watch.UntilAsync(one => one.Progress?.Stage == RenderStage.Elements);
        return job.Id;
    }

    private async Task<RenderState> StateAsync(string id) => (await Lab.Server.Assets.GetRenderAsync(new GetRenderRequest { Id = id })).State;
}
