using Creative.Contract.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Creative.Bench.Loop;

/// <summary>The services as somebody with a key sees them.</summary>
internal sealed class LoopClients(GrpcChannel channel, string key)
{
    private readonly CallInvoker _calls = channel.Intercept(metadata =>
    {
        metadata.Add("rater-key", key);
        return metadata;
    });

    public string Key => key;

    public LabelingService.LabelingServiceClient Labeling => new(_calls);

    public DatasetService.DatasetServiceClient Datasets => new(_calls);

    public ModelService.ModelServiceClient Models => new(_calls);

    public LoopClients As(string otherKey) => new(channel, otherKey);
}
