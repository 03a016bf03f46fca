using Microsoft.AspNetCore.Antiforgery;

namespace Creative.Labeling.Api;

/// <summary>Lets only calls through that carry the token of a page of this app.</summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!await antiforgery.IsRequestValidAsync(context.HttpContext))
        {
            // Not a fault of what was sent: the station keeps it and sends it again once its designer is back.
            throw new BadHttpRequestException(
                "The token of the page is missing or belongs to someone else; load the page again.", StatusCodes.Status403Forbidden);
        }

        return await next(context);
    }
}
