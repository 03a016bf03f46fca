using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Mapping;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Storage;
using Grpc.Core;
using Dimension = Creative.Core.Labeling.Dimension;

namespace Creative.Server.Labeling.Events;

/// <summary>Checks what a rater sends and hands what is in order to the log. Each event stands or falls by itself.</summary>
public sealed class SubmitDesk(EventLog log, ProjectBoards boards)
{
    private const int MostEvents = 200;
    private const int LongestEcho = 100;

    /// <exception cref="RpcException">INVALID_ARGUMENT: none or too many events.</exception>
    public async Task<SubmitResponse> SubmitAsync(RaterRow rater, SubmitRequest request)
    {
        if (request.Events.Count is < 1 or > MostEvents)
        {
            throw Refusals.BadRequest("events", $"has {request.Events.Count}; 1 to {MostEvents}");
        }

        var results = new Acknowledgement?[request.Events.Count];
        var drafts = new List<EventDraft>();
        var places = new List<int>();
        foreach (var (i, content) in request.Events.Index())
        {
            FieldProblem[] problems = [.. EventRules.Problems(content, DimensionsOf(content.Project))];
            if (problems.Length > 0)
            {
                results[i] = Acknowledgement.Refused(problems);
                continue;
            }

            drafts.Add(new EventDraft(content, EventChain.CanonicalBytes(content)));
            places.Add(i);
        }

        if (drafts.Count > 0)
        {
            var stored = await log.AppendAsync(new Submission(rater.Id, rater.Role >= RaterRole.Lead, drafts));
            for (var k = 0; k < places.Count; k++)
            {
                results[places[k]] = stored[k];
            }
        }

        return new SubmitResponse { Results = { results.Select((result, i) => ToMessage(request.Events[i].EventId, result!)) } };
    }

    // Without the project there is no saying which dimensions there are; that it is not there is told by the log.
    private IReadOnlyCollection<Dimension> DimensionsOf(string project) =>
        boards.Find(project)?.Read(state => ProjectRules.DimensionsOf(state.Project)) ?? Core.Labeling.DimensionCatalogue.Default.All;

    private static SubmitResult ToMessage(string eventId, Acknowledgement result) => new()
    {
        EventId = eventId.Length <= LongestEcho ? eventId : "",
        State = result.State,
        Problems = { result.Problems.Select(LabelMapping.ToMessage) },
    };
}
