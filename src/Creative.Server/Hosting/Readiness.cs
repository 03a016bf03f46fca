using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Creative.Server.Hosting;

/// <summary>Which services can be used now. Starts as "not yet" and changes when the models are loaded, failed to load, or the server stops.</summary>
public sealed class Readiness
{
    private const string Assets = "creative.v1.AssetService";
    private const string Brands = "creative.v1.BrandService";

    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _modelsLoaded;

    public Readiness(IHostApplicationLifetime lifetime)
    {
        Stopping = lifetime.ApplicationStopping;
        Stopping.Register(Announce);
    }

    /// <value>What health can be asked for; "" is the server as a whole.</value>
    public static IReadOnlyList<string> Services { get; } = ["", Assets, Brands];

    public CancellationToken Stopping { get; }

    /// <value>Completes when a status may have changed. Take it before asking for the status.</value>
    public Task NextChange => Volatile.Read(ref _change).Task;

    public ServingStatus StatusOf(string service) => service switch
    {
        "" or Assets => Serving(_modelsLoaded),
        Brands => Serving(true),
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
