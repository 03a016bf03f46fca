using System.Threading.Channels;
using Creative.Core.Labeling;
using Creative.Server.Labeling.Board;

namespace Creative.Server.Labeling.Learning;

/// <summary>
/// Learns while designers judge. Whenever an item's scores or description change, the scorer is brought to what stands now:
/// what is new is learnt, what was taken back is forgotten. That is the same work after a restart, which goes on from the
/// last state on the disk.
/// </summary>
public sealed class ScorerTrainer(
    Lessons lessons, ScorerInForce scorer, LearningCourses courses, ProjectBoards boards, ItemDescriber describer, ILogger<ScorerTrainer> logger) : BackgroundService
{
    /// <summary>The state goes to the disk after as many judgements, and when the server stops.</summary>
    private const int SaveEvery = 100;

    private readonly Channel<(ProjectBoard Board, string ItemId)> _changed = Channel.CreateUnbounded<(ProjectBoard, string)>(new UnboundedChannelOptions { SingleReader = true });

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        boards.Applied += (board, row, _) => _changed.Writer.TryWrite((board, row.ItemId));
        describer.Described += (board, itemId) => _changed.Writer.TryWrite((board, itemId));
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the server does not wait for what was learnt.
        await Task.Yield();
        try
        {
            while (await _changed.Reader.WaitToReadAsync(stoppingToken))
            {
                await LearnAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            lessons.Save();
        }
        catch (Exception e)
        {
            Log.LearningFailed(logger, e);
        }
    }

    private async Task LearnAsync(CancellationToken cancellation)
    {
        var items = new HashSet<(ProjectBoard, string)>();
        while (_changed.Reader.TryRead(out var changed))
        {
            items.Add(changed);
        }

        if (!await lessons.BeginAsync(cancellation))
        {
            return;
        }

        foreach (var (board, itemId) in items)
        {
            cancellation.ThrowIfCancellationRequested();
            var item = board.Read(state => state.Project.ItemKind == ItemKinds.Element ? StandingItem.Of(state.Item(itemId)!) : null);
            if (item is not null)
            {
                lessons.Follow(item);
            }
        }

        if (lessons.Snapshot() is { } snapshot)
        {
            scorer.Publish(snapshot);
            if (lessons.Unsaved >= SaveEvery)
            {
                lessons.Save();
                courses.Note(snapshot);
            }
        }
    }
}

/// <summary>An item as the scorer sees it.</summary>
/// <param name="Inputs">Null: not described yet.</param>
/// <param name="InputsBy">What made the inputs.</param>
/// <param name="Scores">That stand, by ordinal.</param>
public sealed record StandingItem(string Id, float[]? Inputs, string? InputsBy, IReadOnlyList<StandingScore> Scores)
{
    public static StandingItem Of(BoardItem item) => new(item.Id, item.Inputs, item.InputsBy, [.. item.Scores.Values]);
}
