using Creative.Contract.V1;
using Grpc.Net.Client;

namespace Creative.Labeling.Server;

/// <summary>The one way to the data: gRPC calls to the server.</summary>
internal static class ServerRegistration
{
    // A restarted server is noticed within seconds, and not after the two minutes that gRPC allows itself.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    public static IServiceCollection AddServerCalls(this IServiceCollection services, Uri server) => services
        .AddHttpContextAccessor()
        .AddSingleton(_ => GrpcChannel.ForAddress(server, new GrpcChannelOptions { InitialReconnectBackoff = FirstPause, MaxReconnectBackoff = LongestPause }))
        .AddSingleton(provider => new LabelingService.LabelingServiceClient(provider.GetRequiredService<GrpcChannel>()))
        .AddSingleton(provider => new DatasetService.DatasetServiceClient(provider.GetRequiredService<GrpcChannel>()))
        .AddSingleton(provider => new AssetService.AssetServiceClient(provider.GetRequiredService<GrpcChannel>()))
        .AddScoped<RaterCall>();
}
