using Grpc.Core;
using Grpc.Net.Client;

namespace Creative.Deps.Tests.Grpc;

/// <summary>The real client against the real server, with the stand-ins between them.</summary>
public sealed class RoundTripTests(EchoServer server) : IClassFixture<EchoServer>
{
    private readonly Echo.EchoClient _client = new(server.Channel);

    [Fact]
    public async Task A_unary_call_answers_and_carries_headers_both_ways()
    {
        var headers = new Metadata { { "echo-text", "three" }, { "echo-bytes-bin", [0, 1, 255] } };

        using var call = _client.SayAsync(new Words { Text = "红包" }, headers);

        Assert.Equal("红包", (await call).Text);
        Assert.Equal("three", call.GetTrailers().GetValue("echo-text"));
        Assert.Equal([0, 1, 255], call.GetTrailers().GetValueBytes("echo-bytes-bin"));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public void A_blocking_call_answers() => Assert.Equal("now", _client.Say(new Words { Text = "now" }).Text);

    [Fact]
    public async Task Client_streaming_joins_what_was_sent()
    {
        using var call = _client.Join();
        foreach (var text in new[] { "gold", "coin" })
        {
            await call.RequestStream.WriteAsync(new Words { Text = text });
        }

        await call.RequestStream.CompleteAsync();

        Assert.Equal("gold coin", (await call).Text);
    }

    [Fact]
    public async Task Server_streaming_sends_headers_and_then_every_message_in_order()
    {
        using var call = _client.Split(new Words { Text = "a b c" });

        Assert.Equal("soon", (await call.ResponseHeadersAsync).GetValue("split"));
        Assert.Equal(["a", "b", "c"], await Texts(call.ResponseStream));
    }

    [Fact]
    public async Task Duplex_streaming_answers_each_message_before_the_next_is_sent()
    {
        using var call = _client.Chat();
        foreach (var text in new[] { "one", "two" })
        {
            await call.RequestStream.WriteAsync(new Words { Text = text });
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(text, call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
    }

    [Fact]
    public async Task A_failure_arrives_with_its_code_detail_and_trailers()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await _client.SayAsync(new Words { Text = "fail" }));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal("bad text: 红包", failure.Status.Detail);
        Assert.Equal([0x08, 0x03, 0xFF], failure.Trailers.GetValueBytes("grpc-status-details-bin"));
        Assert.Equal("said so", failure.Trailers.GetValue("reason"));
    }

    [Fact]
    public async Task A_passed_deadline_ends_the_call_with_deadline_exceeded()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await _client.SayAsync(new Words { Text = "wait" }, deadline: DateTime.UtcNow.AddMilliseconds(100)));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Cancelling_the_client_cancels_the_handler()
    {
        using var cancel = new CancellationTokenSource();
        using var call = _client.Split(new Words { Text = "wait" }, cancellationToken: cancel.Token);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));

        await cancel.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await server.Service.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Call_credentials_add_their_headers()
    {
        var token = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("echo-token", "secret");
            return Task.CompletedTask;
        });
        var tenant = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("echo-tenant", "seven");
            return Task.CompletedTask;
        });
        using var channel = GrpcChannel.ForAddress(
            server.Address, new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure, UnsafeUseInsecureChannelCallCredentials = true });

        using var call = new Echo.EchoClient(channel).SayAsync(
            new Words(), new CallOptions(credentials: CallCredentials.Compose(token, tenant)));
        await call;

        Assert.Equal("secret", call.GetTrailers().GetValue("echo-token"));
        Assert.Equal("seven", call.GetTrailers().GetValue("echo-tenant"));
    }

    [Fact]
    public async Task A_compressed_request_is_understood()
    {
        var headers = new Metadata { { "grpc-internal-encoding-request", "gzip" } };

        var answer = await _client.SayAsync(new Words { Text = new string('a', 20_000) }, headers);

        Assert.Equal(20_000, answer.Text.Length);
    }

    [Fact]
    public async Task A_service_without_generated_code_is_served()
    {
        using var call = server.Channel.CreateCallInvoker().AsyncUnaryCall(EchoServer.ShoutMethod, null, default, "gift");

        Assert.Equal("GIFT", await call);
    }

    private static async Task<List<string>> Texts(IAsyncStreamReader<Words> stream)
    {
        var texts = new List<string>();
        await foreach (var words in stream.ReadAllAsync())
        {
            texts.Add(words.Text);
        }

        return texts;
    }
}
