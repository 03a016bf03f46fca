using Creative.Labeling.SignIn;
using Grpc.Core;

namespace Creative.Labeling.Server;

/// <summary>The options of a call on behalf of whoever is signed in: their key, a deadline, and an end when the browser hangs up.</summary>
public sealed class RaterCall(IHttpContextAccessor accessor, TimeProvider clock)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    public CallOptions Options
    {
        get
        {
            var context = accessor.HttpContext ?? throw new InvalidOperationException("Calls are made for a request.");
            return WithKey(RaterSession.KeyOf(context.User), clock, context.RequestAborted);
        }
    }

    /// <param name="key">The rater key.</param>
    public static CallOptions WithKey(string key, TimeProvider clock, CancellationToken cancellation) =>
        new(new Metadata { { "rater-key", key } }, clock.GetUtcNow().UtcDateTime + Timeout, cancellation);
}
