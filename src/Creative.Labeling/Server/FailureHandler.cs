using Creative.Labeling.Api;
using Creative.Labeling.SignIn;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;

namespace Creative.Labeling.Server;

/// <summary>The one place where exceptions become answers: JSON for the modules, a page for people.</summary>
internal sealed class FailureHandler(ILogger<FailureHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads the answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var refusal = exception switch
        {
            RpcException rpc => ServerRefusal.Of(rpc),
            BadHttpRequestException bad => new ServerRefusal(bad.StatusCode, "BadRequest", bad.Message, []),
            _ => null,
        };
        if (refusal is null)
        {
            Log.RequestFailed(logger, context.Request.Method, RouteOf(context), exception);
            refusal = new ServerRefusal(StatusCodes.Status500InternalServerError, "Internal", "The app failed; its log says why.", []);
        }
        else if (refusal.Status >= StatusCodes.Status500InternalServerError)
        {
            Log.ServerRefused(logger, RouteOf(context), refusal.Code);
        }

        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            await context.SignOutAsync(RaterSession.Scheme);
        }

        context.Response.StatusCode = refusal.Status;
        if (context.Request.Path.StartsWithSegments(ApiRoutes.Prefix))
        {
            await ProtoJson.WriteAsync(context.Response, refusal, cancellation);
            return true;
        }

        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(RaterSession.SignInPath);
        }

        // What is left has no body yet: the status page gives it one.
        return true;
    }

    // The pattern and not the path: paths hold ids.
    private static string RouteOf(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";
}
