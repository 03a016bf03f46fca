using Creative.Contract.V1;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Server.Hosting;
using Creative.Server.Tests.Hosting;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Creative.Server.Tests.Services;

/// <summary>Ways to end a render early. Painting goes through a counter, to see that it stops within one step.</summary>
public sealed class StoppingTests : IAsyncLifetime
{
    private readonly CountingPainter _painter = new();
    private TestServer? _server;

    private AssetService.AssetServiceClient Assets => _server!.Assets;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync(
        with: options => options with { QueueLimit = 2 },
        replace: services => services.AddSingleton<OpenWorkshop>(provider => models => _painter.Around(WorkshopRegistration.Open(provider, models), provider)));

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    [Fact]
    public async Task Stops_within_one_step_when_the_job_is_cancelled()
    {
        var job = await Assets.StartRenderAsync(Given.LongRequest(31));
        using var watch = Assets.WatchRender(new WatchRenderRequest { Id = job.Id });
        await watch.UntilAsync(one => one.Progress?.Stage == RenderStage.Elements);

        var before = _painter.Steps;
        var cancelled = await Assets.CancelRenderAsync(new CancelRenderRequest { Id = job.Id });
        Assert.Equal(RenderState.Cancelled, cancelled.State);
        var last = await watch.UntilAsync(one => one.Summary is not null);
        await _painter.Stopped;
        Assert.Equal(RenderState.Cancelled, last.Summary.State);
        Assert.InRange(_painter.StepsAfterCancel, 0, 1);
        Assert.True(before >= 1);
        Assert.Equal(RenderState.Cancelled, (await Assets.CancelRenderAsync(new CancelRenderRequest { Id = job.Id })).State);
    }

    [Fact]
    public async Task Stops_when_the_caller_hangs_up()
    {
        using var call = Assets.Render(Given.LongRequest(32));
        var id = (await call.UntilAsync(one => one.Progress?.Stage == RenderStage.Elements)).RenderId;
        call.Dispose();
        await EndAsync(id);
        await _painter.Stopped;
        Assert.InRange(_painter.StepsAfterCancel, 0, 1);
    }

    [Fact]
    public async Task Stops_at_the_deadline()
    {
        var request = Given.LongRequest(33);
        request.RequestId = "deadline";
        using var call = Assets.Render(request, deadline: DateTime.UtcNow.AddSeconds(2));
        var error = await Assert.ThrowsAsync<RpcException>(() => call.AllAsync());
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        var job = await Assets.StartRenderAsync(request);
        await EndAsync(job.Id);
    }

    [Fact]
    public async Task Goes_on_when_only_a_watcher_leaves()
    {
        var job = await Assets.StartRenderAsync(Given.LongRequest(34));
        using (var watch = Assets.WatchRender(new WatchRenderRequest { Id = job.Id }))
        {
            await watch.UntilAsync(one => one.Progress?.Stage == RenderStage.Elements);
        }

        using var again = Assets.WatchRender(new WatchRenderRequest { Id = job.Id });
        await again.UntilAsync(one => one.Progress is { Stage: RenderStage.Elements, Step: > 1 });
        await Assets.CancelRenderAsync(new CancelRenderRequest { Id = job.Id });
    }

    [Fact]
    public async Task Refuses_more_than_may_wait_and_cancels_what_waits()
    {
        var running = await Assets.StartRenderAsync(Given.LongRequest(35));
        var waiting = await Assets.StartRenderAsync(Given.LongRequest(36));
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Assets.StartRenderAsync(Given.LongRequest(37)));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        Assert.True(error.Detail<Google.Rpc.RetryInfo>().RetryDelay.Seconds > 0);

        using var watch = Assets.WatchRender(new WatchRenderRequest { Id = waiting.Id });
        Assert.Equal(RenderState.Cancelled, (await Assets.CancelRenderAsync(new CancelRenderRequest { Id = waiting.Id })).State);
        Assert.Equal(RenderState.Cancelled, (await watch.AllAsync())[^1].Summary.State);
        await Assets.CancelRenderAsync(new CancelRenderRequest { Id = running.Id });
    }

    private async Task EndAsync(string id)
    {
        var events = await Assets.WatchRender(new WatchRenderRequest { Id = id }).AllAsync();
        Assert.Equal(RenderState.Cancelled, events[^1].Summary.State);
    }

    /// <summary>Paints with the real model and counts its steps, and those that begin after the cancel.</summary>
    private sealed class CountingPainter : IElementPainter
    {
        private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private IElementPainter? _real;

        public int Steps { get; private set; }

        public int StepsAfterCancel { get; private set; }

        /// <value>Completes when painting has come back from a cancel.</value>
        public Task Stopped => _stopped.Task;

        public ModelIdentity Model => _real!.Model;

        public ElementVocabulary Vocabulary => _real!.Vocabulary;

        public bool MakesCutOuts => true;

        public Workshop Around(Workshop workshop, IServiceProvider services)
        {
            _real = workshop.Painter;
            return workshop with { Composer = WorkshopRegistration.Composer(services, this, workshop.Layouts, workshop.Upscaler) };
        }

        public IReadOnlyList<PixelImage> Paint(IReadOnlyList<PaintRequest> requests, Action<PaintProgress>? progress, CancellationToken cancellation)
        {
            try
            {
                return _real!.Paint(
                    requests,
                    step =>
                    {
                        Steps++;
                        StepsAfterCancel += cancellation.IsCancellationRequested ? 1 : 0;
                        progress?.Invoke(step);
                    },
                    cancellation);
            }
            finally
            {
                if (cancellation.IsCancellationRequested)
                {
                    _stopped.TrySetResult();
                }
            }
        }
    }
}
