using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Mapping;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Storage;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Creative.Server.Labeling.Queue;

/// <summary>Gives raters their next items. An item is reserved on the board before it is written down, so no two raters get it at once.</summary>
public sealed class LeaseDesk(ProjectDesk projects, NextItems next, LeaseStore store, WorkClock work, TimeProvider clock)
{
    public const int MostHeld = 100;

    private const int MostAtOnce = 50;

    /// <exception cref="RpcException">INVALID_ARGUMENT, NOT_FOUND.</exception>
    public async Task<LeaseItemsResponse> LeaseAsync(string rater, LeaseItemsRequest request, CancellationToken cancellation)
    {
        if (request.Count is < 1 or > MostAtOnce)
        {
            throw Refusals.BadRequest("count", $"is {request.Count}; 1 to {MostAtOnce}");
        }

        var board = projects.Find(request.Project);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (work.BreakUntil(rater, now) is { } until)
        {
            return new LeaseItemsResponse { Reason = "break", BreakUntil = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(until)) };
        }

        var (leases, reason) = Reserve(board, rater, request.Count, now);
        try
        {
            // Not the caller's cancellation: a lease is either on the disk and on the board, or on neither.
            cancellation.ThrowIfCancellationRequested();
            if (leases.Count > 0)
            {
                await store.AddAsync(leases, CancellationToken.None);
            }
        }
        catch
        {
            board.Change(state => leases.ForEach(lease => state.Withdraw(lease.Id)));
            throw;
        }

        return new LeaseItemsResponse { Reason = reason, Items = { board.Read(state => leases.Select(lease => ItemMapping.ToLeased(lease, state.Item(lease.ItemId)!)).ToList()) } };
    }

    private (List<LeaseRow> Leases, string Reason) Reserve(ProjectBoard board, string rater, int wanted, long now)
    {
        lock (board.Leasing)
        {
            var (project, room) = board.Read(state => (state.Project, MostHeld - state.HeldBy(rater, now)));
            if (project.Closed)
            {
                return ([], "closed");
            }

            if (room <= 0)
            {
                return ([], "held");
            }

            var (choice, most) = board.Read(state => next.Look(state, rater, Math.Min(wanted, room), now));
            var expires = now + (long)ProjectRules.LeaseTime(project).TotalMilliseconds;
            List<LeaseRow> leases =
            [
                .. next.Choose(project, choice, most, now).Select(pick => new LeaseRow
                {
                    Id = Guid.NewGuid().ToString("N"),
                    Project = project.Id,
                    ItemId = pick.ItemId,
                    Rater = rater,
                    Strategy = pick.Strategy,
                    Probability = pick.Probability,
                    GivenAt = now,
                    ExpiresAt = expires,
                }),
            ];
            board.Change(state => leases.ForEach(state.Give));
            return (leases, leases.Count == wanted ? "" : leases.Count == room ? "held" : "empty");
        }
    }
}
