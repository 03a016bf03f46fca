using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Recovery;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Interrupts_a_render_tells_its_caller_and_goes_on_at_the_next_start()
    {
        using var data = new TemporaryFolder();
        var request = Given.Request(Given.Size(1200, 628), Given.Size(640, 360));
        request.RequestId = "interrupted";

        // Long enough that it cannot end by itself while the server does, on however fast a machine.
        request.Options.Steps = 150;
        request.Options.Candidates = 4;
        string id;
        await using (var server = await TestServer.StartAsync(data: data.Path))
        {
            using var call = server.Assets.Render(request);
            id = (await call.UntilAsync(one => one.Progress?.Stage == RenderStage.Elements)).RenderId;
            var end = server.StopAsync();
            var error = await Assert.ThrowsAsync<RpcException>(() => call.AllAsync());

            Assert.Equal(StatusCode.Unavailable, error.StatusCode);
            await end;
        }

        await using var again = await TestServer.StartAsync(data: data.Path);
        var events = await again.Assets.WatchRender(new WatchRenderRequest { Id = id }).AllAsync();
        Assert.Equal((RenderState.Succeeded, 2), (events[^1].Summary.State, events[^1].Summary.Delivered + events[^1].Summary.Refused));
        Assert.Equal(id, (await again.Assets.StartRenderAsync(request)).Id);
    }
}
