using Creative.Contract.V1;

namespace Creative.Labeling.Api;

/// <summary>What the modules in the browser may call: each a call of the contract, with its JSON as protobuf defines it.</summary>
internal static class ApiRoutes
{
    public const string Prefix = "/api";
    public const string AntiforgeryHeader = "X-CSRF-Token";

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Prefix).RequireAuthorization();

        var calls = api.MapGroup("").AddEndpointFilter<AntiforgeryFilter>();
        calls.MapCall<LeaseItemsRequest, LeaseItemsResponse>("/lease", (client, request, options) => client.LeaseItemsAsync(request, options));
        calls.MapCall<SubmitRequest, SubmitResponse>("/events", (client, request, options) => client.SubmitAsync(request, options));
        calls.MapCall<ListOwnEventsRequest, ListOwnEventsResponse>("/own-events", (client, request, options) => client.ListOwnEventsAsync(request, options));
        calls.MapCall<GetProgressRequest, Progress>("/progress", (client, request, options) => client.GetProgressAsync(request, options));
        calls.MapCall<ListExamplesRequest, ListExamplesResponse>("/examples", (client, request, options) => client.ListExamplesAsync(request, options));

        api.MapGet("/items/{id}/image", ImageEndpoints.ItemAsync);
        api.MapGet("/assets/{id}/image", ImageEndpoints.AssetAsync);
    }
}
