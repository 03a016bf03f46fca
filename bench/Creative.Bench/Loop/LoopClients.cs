using Creative.Cli.Serving;
using Creative.Contract.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Creative.Bench.Loop;

/// <summary>The services as somebody with a key sees them.</summary>
internal sealed class LoopClients(GrpcChannel channel, string key)
{
    public string Key => key;

    /// <value>Calls that carry the key.</value>
    public CallInvoker Calls { get; } = channel.With(() => key);

    public LabelingService.LabelingServiceClient Labeling => new(Calls);

    public DatasetService.DatasetServiceClient Datasets => new(Calls);

    public ModelService.ModelServiceClient Models => new(Calls);

    public LoopClients As(string otherKey) => new(channel, otherKey);
}
