using Creative.Contract.V1;
using Creative.Labeling.Api;

namespace Creative.Labeling.SignIn;

/// <summary>Cookie sign-in: one cookie, closed to scripts, never sent by another site.</summary>
internal static class RaterSessions
{
    // A working day: whoever starts in the morning is not asked again before the evening.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static IServiceCollection AddRaterSessions(this IServiceCollection services)
    {
        services.AddAuthentication(RaterSession.Scheme).AddCookie(RaterSession.Scheme, cookie =>
        {
            cookie.Cookie.Name = "rater";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Lifetime;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = RaterSession.SignInPath;
            cookie.Events.OnRedirectToLogin = context => AnswerOrRedirect(context.HttpContext, context.RedirectUri, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => AnswerOrRedirect(context.HttpContext, null, StatusCodes.Status403Forbidden);
        });
        return services.AddAuthorization(policies =>
            policies.AddPolicy(RaterSession.LeadPolicy, policy => policy.RequireRole(nameof(RaterRole.Lead), nameof(RaterRole.Admin))));
    }

    // A module wants a status, a person wants the page to sign in on.
    private static Task AnswerOrRedirect(HttpContext context, string? target, int status)
    {
        if (target is null || context.Request.Path.StartsWithSegments(ApiRoutes.Prefix))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(target);
        }

        return Task.CompletedTask;
    }
}
