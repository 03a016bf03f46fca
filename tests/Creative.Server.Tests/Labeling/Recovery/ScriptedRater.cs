using Creative.Contract.V1;
using Creative.Core.Numerics;
using Grpc.Core;

namespace Creative.Server.Tests.Labeling.Recovery;

/// <summary>
/// A rater who works until the server is gone, remembers everything that was sent and everything that was acknowledged,
/// and sends again what was not.
/// </summary>
internal sealed class ScriptedRater(string id, Metadata key, string project, ulong seed)
{
    private const int Pool = 5;

    private readonly SeededRandom _random = new(seed);
    private readonly Dictionary<string, ScoreEvent> _sent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
    private readonly List<ScoreEvent> _waiting = [];
    private readonly Queue<LeasedItem> _items = [];

    public string Id => id;

    public Metadata Key => key;

    /// <value>Everything that ever left, by event id.</value>
    public IReadOnlyDictionary<string, ScoreEvent> Sent => _sent;

    /// <value>Ids of what the server said it has.</value>
    public IReadOnlySet<string> Acknowledged => _acknowledged;

    /// <summary>Judges until a call fails because the server is gone.</summary>
    /// <param name="acknowledged">Told how many events each answer acknowledged.</param>
    public async Task WorkAsync(LabelingService.LabelingServiceClient client, Action<int> acknowledged)
    {
        try
        {
            while (true)
            {
                await FillAsync(client);
                Judge();
                acknowledged(await SendAsync(client));
            }
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled)
        {
            // The server was killed: what is waiting is sent to the next one.
        }
    }

    /// <summary>Sends what was never acknowledged.</summary>
    public async Task FinishAsync(LabelingService.LabelingServiceClient client)
    {
        if (_waiting.Count > 0)
        {
            await SendAsync(client);
        }
    }

    private async Task FillAsync(LabelingService.LabelingServiceClient client)
    {
        if (_items.Count == 0)
        {
            var leased = await client.LeaseItemsAsync(new LeaseItemsRequest { Project = project, Count = Pool }, key);
            foreach (var item in leased.Items)
            {
                _items.Enqueue(item);
            }
        }
    }

    /// <summary>One to three new events: judgements, or, now and then and when there is nothing to judge, a change of mind.</summary>
    private void Judge()
    {
        for (var count = 1 + _random.Below(3); count > 0; count--)
        {
            var change = _items.Count == 0 || _random.NextDouble() < 0.2;
            if (change && _sent.Count > 0)
            {
                ChangeMind();
            }
            else if (_items.TryDequeue(out var item))
            {
                Add(LabServer.Score(project, item, (Verdict)(1 + _random.Below(3)), 1 + _random.Below(5)));
            }
        }
    }

    private void ChangeMind()
    {
        var scores = _sent.Values.Where(one => one.Kind == EventKind.Score).ToArray();
        var old = scores[_random.Below(scores.Length)];
        var change = _random.NextDouble() < 0.5 ? LabServer.Undo(old) : old.Clone();
        (change.EventId, change.Supersedes) = (LabServer.NewId(), old.EventId);
        Add(change);
    }

    private void Add(ScoreEvent content)
    {
        _sent.Add(content.EventId, content);
        _waiting.Add(content);
    }

    /// <summary>What waits, together with something that was acknowledged already, as a client sends it that lost the answer.</summary>
    private async Task<int> SendAsync(LabelingService.LabelingServiceClient client)
    {
        ScoreEvent[] batch = [.. _waiting, .. _acknowledged.Skip(_random.Below(_acknowledged.Count + 1)).Take(1).Select(one => _sent[one])];
        if (batch.Length == 0)
        {
            return 0;
        }

        var response = await client.SubmitAsync(new SubmitRequest { Events = { batch } }, key);
        Assert.All(response.Results, result => Assert.True(result.State is SubmitState.Stored or SubmitState.Duplicate, $"{result}"));
        _acknowledged.UnionWith(response.Results.Select(result => result.EventId));
        _waiting.Clear();
        return response.Results.Count;
    }
}
