using System.Threading.Channels;
using Creative.Contract.V1;
using Creative.Server.Hosting;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Storage;
using Grpc.Core;

namespace Creative.Server.Labeling.Events;

/// <summary>
/// The one writer of events. While one group is being flushed to the disk the next one gathers, so that many raters share a
/// flush and none waits for more than two.
/// </summary>
public sealed class EventLog(EventStore store, ProjectBoards boards, ServerOptions options, TimeProvider clock, ILogger<EventLog> logger) : BackgroundService
{
    private const int WaitingSubmissions = 1000;

    private readonly Channel<Submission> _waiting = Channel.CreateBounded<Submission>(new BoundedChannelOptions(WaitingSubmissions) { SingleReader = true });

    private EventRow? _head;

    /// <summary>Returns when the disk has all that is to be kept, or throws when that failed: then the same may be sent again.</summary>
    /// <exception cref="RpcException">UNAVAILABLE: the server stops.</exception>
    public async Task<IReadOnlyList<Acknowledgement>> AppendAsync(Submission submission)
    {
        try
        {
            // Not the caller's cancellation: once it is on its way it is stored, whoever still listens.
            await _waiting.Writer.WriteAsync(submission);
        }
        catch (ChannelClosedException)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The server stops. Send it again to the next one."));
        }

        return await submission.Done;
    }

    /// <summary>Applies what is on the disk to the boards, from the first link on.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Takes nothing more, and ends when what was taken is on the disk.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var group = TakeGroup();
            try
            {
                var results = await CommitAsync(group);
                for (var i = 0; i < group.Count; i++)
                {
                    group[i].Acknowledge(results[i]);
                }
            }
            catch (Exception e)
            {
                await RecoverAsync();
                group.ForEach(submission => submission.Fail(e));
            }
        }
    }

    private List<Submission> TakeGroup()
    {
        var group = new List<Submission>();
        for (var events = 0; events < options.CommitGroup && _waiting.Reader.TryRead(out var submission); events += submission.Events.Count)
        {
            group.Add(submission);
        }

        return group;
    }

    private async Task<IReadOnlyList<IReadOnlyList<Acknowledgement>>> CommitAsync(List<Submission> group)
    {
        var known = group.SelectMany(submission => submission.Events).Select(draft => draft.Content).Where(IsKnown).Select(content => content.EventId).Distinct();
        var stored = await store.FindAsync([.. known], CancellationToken.None);
        var admission = new EventAdmission(boards, stored, _head, clock.GetUtcNow().ToUnixTimeMilliseconds());
        IReadOnlyList<Acknowledgement>[] results =
            [.. group.Select(submission => (IReadOnlyList<Acknowledgement>)[.. submission.Events.Select(draft => admission.Admit(submission, draft))])];
        if (admission.Links.Count > 0)
        {
            await store.AppendAsync([.. admission.Links.Select(link => link.Row)], CancellationToken.None);
            foreach (var (row, content) in admission.Links)
            {
                boards.Apply(row, content);
                _head = row;
            }
        }

        return results;
    }

    // An id may have been used in any project.
    private bool IsKnown(ScoreEvent content) => boards.All.Any(board => board.Read(state => state.Event(Guid.Parse(content.EventId)) is not null));

    /// <summary>After a failure nobody knows whether the disk has the group: the disk is asked.</summary>
    private async Task RecoverAsync()
    {
        try
        {
            await CatchUpAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            Log.EventsUnreadable(logger, e);
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        await foreach (var row in store.AfterAsync(_head?.Ordinal ?? 0, cancellation))
        {
            boards.Apply(row, ScoreEvent.Parser.ParseFrom(row.Content));
            _head = row;
        }
    }
}
