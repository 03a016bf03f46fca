using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Creative.Deps.Tests.Grpc;

/// <summary>The echo service on a free loopback port, and a channel to it.</summary>
public sealed class EchoServer : IAsyncLifetime
{
    private WebApplication? _app;

    public GrpcChannel Channel { get; private set; } = null!;

    public string Address { get; private set; } = "";

    internal EchoService Service { get; } = new();

    internal RecordingInterceptor Interceptor { get; } = new();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(options => options.Interceptors.Add<RecordingInterceptor>());
        builder.Services.AddSingleton(Service).AddSingleton(Interceptor);
        _app = builder.Build();
        _app.MapGrpcService<EchoService>();
        _app.MapGrpcService(Shout);
        await _app.StartAsync();
        Address = _app.Urls.Single();
        Channel = GrpcChannel.ForAddress(Address);
    }

    public async Task DisposeAsync()
    {
        Channel.Dispose();
        await _app!.DisposeAsync();
    }

    internal static readonly Method<string, string> ShoutMethod =
        new(MethodType.Unary, "tests.Shouting", "Shout", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    /// <summary>A service that no generator wrote.</summary>
    private static ServerServiceDefinition Shout => ServerServiceDefinition.CreateBuilder()
        .AddMethod(ShoutMethod, (request, _) => Task.FromResult(request.ToUpperInvariant()))
        .Build();
}

/// <summary>Keeps the names of the calls that came through it.</summary>
internal sealed class RecordingInterceptor : Interceptor
{
    public System.Collections.Concurrent.ConcurrentQueue<string> Seen { get; } = [];

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Seen.Enqueue(context.Method);
        return continuation(request, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await continuation(request, responseStream, context);
        Seen.Enqueue(context.Method + " finished");
    }
}
