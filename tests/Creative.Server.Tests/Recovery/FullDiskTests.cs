using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;

namespace Creative.Server.Tests.Recovery;

/// <summary>No file of the server can grow beyond 1 MiB: writing a large picture fails half-way, as it does when the disk is full.</summary>
public sealed class FullDiskTests
{
    private const int LargestFile = 1024;

    [Fact]
    public async Task Says_that_the_disk_is_full_keeps_nothing_half_written_and_stays_up()
    {
        using var data = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(data.Path, LargestFile);
        var large = Given.Request(Given.Size(4096, 3000));
        large.Brief.Format = ImageFormat.Png;
        using var call = server.Assets.Render(large);
        var events = new List<RenderEvent>();
        var error = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await foreach (var one in call.ResponseStream.ReadAllAsync())
            {
                events.Add(one);
            }
        });
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        Assert.Contains("disk is full", error.Status.Detail, StringComparison.Ordinal);
        Assert.Equal("disk", Assert.Single(error.Detail<QuotaFailure>().Violations).Subject);
        Assert.DoesNotContain(events, one => one.Asset is not null);
        Assert.Equal(RenderState.Failed, events[^1].Summary.State);
        Assert.Empty(Files(data.Path));

        var small = await server.Assets.Render(Given.Request(Given.Size(300, 250))).AllAsync();
        Assert.Equal(RenderState.Succeeded, small[^1].Summary.State);
        Assert.Equal(small[^1].Summary.Delivered, Files(data.Path).Count());
        var health = await new Health.HealthClient(server.Channel).CheckAsync(new HealthCheckRequest());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        Assert.False(server.HasExited);
        Assert.DoesNotContain("fail:", server.Log, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(string data) => Directory.EnumerateFiles(Path.Combine(data, "blobs"), "*", SearchOption.AllDirectories);
}
