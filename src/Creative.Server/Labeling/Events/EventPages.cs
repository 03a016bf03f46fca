using Creative.Contract.V1;
using Creative.Server.Labeling.Items;
using Creative.Server.Labeling.Mapping;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Storage;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Labeling.Events;

/// <summary>A rater's own events, newest first.</summary>
public sealed class EventPages(ProjectDesk projects, EventStore events)
{
    private const int DefaultSize = 50;
    private const int LargestSize = 500;

    /// <exception cref="RpcException">NOT_FOUND, INVALID_ARGUMENT.</exception>
    public async Task<ListOwnEventsResponse> ListAsync(RaterRow rater, ListOwnEventsRequest request, CancellationToken cancellation)
    {
        var size = PageToken.Size(request.PageSize, DefaultSize, LargestSize);
        string[] filters = [request.Project, rater.Id];
        var board = projects.Find(request.Project);
        var rows = await events.OfRaterAsync(rater.Id, request.Project, PageToken.PlaceOf(request.PageToken, filters), size + 1, cancellation);
        return new ListOwnEventsResponse
        {
            Events =
            {
                board.Read(state => rows.Take(size)
                    .Select(row => ItemMapping.ToStored(row, ItemPages.IsSuperseded(state, row.EventId), forLeads: rater.Role >= RaterRole.Lead))
                    .ToList()),
            },
            NextPageToken = rows.Count > size ? PageToken.Of(rows[size - 1].Ordinal, filters) : "",
        };
    }
}
