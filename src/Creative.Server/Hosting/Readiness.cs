using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Creative.Server.Hosting;

/// <summary>Which services can be used now. Starts as "not yet" and changes when the models are loaded, failed to load, or the server stops.</summary>
public sealed class Readiness
{
    private const string Assets = "creative.v1.AssetService";
    private const string Brands = "creative.v1.BrandService";
    private const string Labelling = "creative.v1.LabelingService";
    private const string Datasets = "creative.v1.DatasetService";
    private const string Models = "creative.v1.ModelService";

    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _modelsLoaded;

    public Readiness(IHostApplicationLifetime lifetime)
    {
        Stopping = lifetime.ApplicationStopping;
        Stopping.Register(Announce);
    }

    /// <value>What health can be asked for; "" is the server as a whole.</value>
    public static IReadOnlyList<string> Services { get; } = ["", Assets, Brands, Labelling, Datasets, Models];

    public CancellationToken Stopping { get; }

    /// <value>Completes when a status may have changed. Take it before asking for the status.</value>
    public Task NextChange => Volatile.Read(ref _change).Task;

    public ServingStatus StatusOf(string service) => service switch
    {
        "" or Assets => Serving(_modelsLoaded),
        Brands or Labelling or Datasets or Models => Serving(true),
        _ => ServingStatus.ServiceUnknown,
    };

    public void ModelsAreLoaded()
    {
        _modelsLoaded = true;
        Announce();
    }

    private ServingStatus Serving(bool ready) => ready && !Stopping.IsCancellationRequested ? ServingStatus.Serving : ServingStatus.NotServing;

    private void Announce() => Interlocked.Exchange(ref _change, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
