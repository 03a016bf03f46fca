using System.Collections.Concurrent;
using System.Threading.Channels;
using Creative.Contract.V1;
using Creative.Server.Labeling.Access;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Projects;
using Grpc.Core;

namespace Creative.Server.Labeling.Figures;

/// <summary>
/// Keeps the figures of each project, computed anew in the background when events came. Who asks gets what there is: at most
/// as old as one computing takes. Of a project that was changed itself nothing is kept: other dimensions have other figures at once.
/// </summary>
public sealed class FiguresDesk(ProjectDesk projects, ProjectBoards boards, RaterDirectory raters, TimeProvider clock) : BackgroundService
{
    private readonly ConcurrentDictionary<string, ProjectFigures> _figures = new(StringComparer.Ordinal);

    // One wish is as good as many.
    private readonly Channel<bool> _wishes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <exception cref="RpcException">NOT_FOUND.</exception>
    public ProjectFigures Of(string project)
    {
        var board = projects.Find(project);
        return _figures.GetOrAdd(project, _ => Compute(board));
    }

    /// <summary>Adds to an item what is known of it beyond its events.</summary>
    public void AddTo(Item item)
    {
        var figures = Of(item.Project);
        if (figures.Corrected.TryGetValue(item.Id, out var corrected))
        {
            item.Corrected.Add(corrected);
        }

        if (figures.Usable.TryGetValue(item.Id, out var usable))
        {
            item.Usable = usable;
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        boards.Applied += (_, _, _) => _wishes.Writer.TryWrite(true);
        boards.Changed += Forget;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in _wishes.Reader.ReadAllAsync(stoppingToken))
            {
                // Only what somebody looks at: the first look computes for itself.
                foreach (var (project, known) in _figures)
                {
                    var board = boards.Find(project)!;
                    if (board.Read(state => state.Changes) != known.Changes)
                    {
                        // Unless they were forgotten meanwhile.
                        _figures.TryUpdate(project, await Task.Run(() => Compute(board), stoppingToken), known);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private void Forget(ProjectBoard board)
    {
        _figures.TryRemove(board.Id, out _);

        // Somebody may be computing with what the project was before.
        _wishes.Writer.TryWrite(true);
    }

    private ProjectFigures Compute(ProjectBoard board) => ProjectFigures.Of(
        ProjectSnapshot.Of(board),
        raters.All.ToDictionary(rater => rater.Id, StringComparer.Ordinal),
        DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
