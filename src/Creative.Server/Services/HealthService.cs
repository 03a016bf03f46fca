using Creative.Server.Hosting;
using Grpc.Core;
using Grpc.Health.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Creative.Server.Services;

/// <summary>grpc.health.v1: the asset service serves once the models are loaded, the others at once.</summary>
public sealed class HealthService(Readiness readiness) : Health.HealthBase
{
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
        readiness.StatusOf(request.Service) is var status && status == ServingStatus.ServiceUnknown
            ? throw Errors.Refusals.NotFound("service", request.Service)
            : Task.FromResult(new HealthCheckResponse { Status = status });

    public override Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        var response = new HealthListResponse();
        foreach (var service in Readiness.Services)
        {
            response.Statuses[service] = new HealthCheckResponse { Status = readiness.StatusOf(service) };
        }

        return Task.FromResult(response);
    }

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, readiness.Stopping);
        ServingStatus? told = null;
        while (!context.CancellationToken.IsCancellationRequested)
        {
            var change = readiness.NextChange;
            var status = readiness.StatusOf(request.Service);
            if (status != told)
            {
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, context.CancellationToken);
                told = status;
            }

            if (readiness.Stopping.IsCancellationRequested)
            {
                return;
            }

            await change.WaitAsync(ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
