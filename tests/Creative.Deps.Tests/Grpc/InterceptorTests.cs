using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Creative.Deps.Tests.Grpc;

public sealed class InterceptorTests(EchoServer server) : IClassFixture<EchoServer>
{
    [Fact]
    public async Task Of_several_given_at_once_the_first_sees_the_call_first()
    {
        var order = new List<string>();
        var client = new Echo.EchoClient(server.Channel.Intercept(new Noting("first", order), new Noting("second", order)));

        await client.SayAsync(new Words());

        Assert.Equal(["first", "second"], order);
    }

    [Fact]
    public async Task Of_several_put_on_in_turn_the_last_sees_the_call_first()
    {
        var order = new List<string>();
        var client = new Echo.EchoClient(server.Channel.Intercept(new Noting("first", order)).Intercept(new Noting("second", order)));

        await client.SayAsync(new Words());

        Assert.Equal(["second", "first"], order);
    }

    [Fact]
    public async Task A_function_may_add_headers()
    {
        var client = new Echo.EchoClient(server.Channel.Intercept(headers =>
        {
            headers.Add("echo-added", "yes");
            return headers;
        }));

        using var call = client.SayAsync(new Words());
        await call;

        Assert.Equal("yes", call.GetTrailers().GetValue("echo-added"));
    }

    [Fact]
    public async Task Untouched_kinds_of_call_pass_through()
    {
        var client = new Echo.EchoClient(server.Channel.Intercept(new Noting("any", [])));

        using var split = client.Split(new Words { Text = "alone" });
        Assert.True(await split.ResponseStream.MoveNext(default));
        using var join = client.Join();
        await join.RequestStream.CompleteAsync();
        Assert.Equal("", (await join).Text);
        using var chat = client.Chat();
        await chat.RequestStream.CompleteAsync();
        Assert.False(await chat.ResponseStream.MoveNext(default));
    }

    [Fact]
    public async Task The_server_runs_its_interceptors_around_the_handler()
    {
        var client = new Echo.EchoClient(server.Channel);

        await client.SayAsync(new Words());
        using var split = client.Split(new Words { Text = "a" });
        while (await split.ResponseStream.MoveNext(default))
        {
        }

        Assert.Contains("/creative.deps.tests.Echo/Say", server.Interceptor.Seen);
        Assert.Contains("/creative.deps.tests.Echo/Split finished", server.Interceptor.Seen);
    }

    [Fact]
    public void A_client_with_a_host_names_it_in_its_calls()
    {
        var hosts = new List<string?>();
        var client = new Echo.EchoClient(new Refusing(hosts)).WithHost("images.example");

        Assert.Throws<RpcException>(() => client.Say(new Words()));

        Assert.Equal(["images.example"], hosts);
    }

    private sealed class Noting(string name, List<string> order) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            order.Add(name);
            return continuation(request, context);
        }
    }

    private sealed class Refusing(List<string?> hosts) : CallInvoker
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        {
            hosts.Add(host);
            throw new RpcException(new Status(StatusCode.Unavailable, "refused"));
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();
    }
}
