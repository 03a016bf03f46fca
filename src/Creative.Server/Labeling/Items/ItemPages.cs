using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Events;
using Creative.Server.Labeling.Figures;
using Creative.Server.Labeling.Learning;
using Creative.Server.Labeling.Mapping;
using Creative.Server.Labeling.Projects;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Labeling.Items;

/// <summary>Items for leads: by filter page by page, or one with its whole history.</summary>
public sealed class ItemPages(ProjectDesk projects, ProjectBoards boards, EventStore events, FiguresDesk figures, Forecasts forecasts)
{
    private const int DefaultSize = 50;
    private const int LargestSize = 200;

    /// <exception cref="RpcException">NOT_FOUND, INVALID_ARGUMENT.</exception>
    public ListItemsResponse List(ListItemsRequest request)
    {
        var size = PageToken.Size(request.PageSize, DefaultSize, LargestSize);
        string[] filters = [request.Project, request.ElementClass, request.ModelVersion, $"{request.Verdict}", $"{request.Flagged}", request.Prompt];
        var before = PageToken.PlaceOf(request.PageToken, filters);
        var board = projects.Find(request.Project);
        var found = board.Read(state => state.Items
            .Where(item => item.Ordinal < before && Fits(item, request))
            .OrderByDescending(item => item.Ordinal)
            .Take(size + 1)
            .Select(item => (item.Ordinal, Message: ItemMapping.ToItem(item, request.Project), item.Inputs))
            .ToList());
        var page = found.Take(size).ToList();
        page.ForEach(item => Complete(item.Message, item.Inputs));
        return new ListItemsResponse
        {
            Items = { page.Select(item => item.Message) },
            NextPageToken = found.Count > size ? PageToken.Of(found[size - 1].Ordinal, filters) : "",
        };
    }

    /// <exception cref="RpcException">NOT_FOUND.</exception>
    public async Task<ItemHistory> GetAsync(string id, CancellationToken cancellation)
    {
        var board = boards.OfItem(id) ?? throw Refusals.NotFound("item", id);
        var rows = await events.OfItemAsync(id, cancellation);
        var (history, inputs) = board.Read(state =>
        {
            var item = state.Item(id)!;
            var message = new ItemHistory
            {
                Item = ItemMapping.ToItem(item, board.Id),
                Known = item.Known,
                Events = { rows.Select(row => ItemMapping.ToStored(row, IsSuperseded(state, row.EventId), forLeads: true)) },
            };
            return (message, item.Inputs);
        });
        Complete(history.Item, inputs);
        return history;
    }

    /// <summary>Whether an event was taken back or corrected.</summary>
    public static bool IsSuperseded(ProjectState state, string eventId) => state.Event(Guid.Parse(eventId))?.Superseded == true;

    private void Complete(Item item, float[]? inputs)
    {
        figures.AddTo(item);
        forecasts.AddTo(item, inputs);
    }

    private static bool Fits(BoardItem item, ListItemsRequest request) =>
        (request.ElementClass.Length == 0 || item.Origin.ElementClass == request.ElementClass)
        && (request.ModelVersion.Length == 0 || item.Origin.ModelVersion == request.ModelVersion)
        && (request.Verdict == Verdict.Unspecified || LabelMapping.ToMessage(item.Consensus) == request.Verdict)
        && (!request.Flagged || item.Flags.Count > 0)
        && request.Prompt.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => item.Origin.Prompt.Contains(word, StringComparison.OrdinalIgnoreCase));
}
