using System.Collections.Concurrent;
using System.Globalization;
using Creative.Bench.Layouts;
using Creative.Contract.V1;
using Creative.Engine.Imaging;
using Creative.Studio.Judging;
using Creative.Studio.Raters;
using Creative.Studio.Vocabulary;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Creative.Bench.Loop;

/// <summary>Simulated designers, each signed in with a key of their own, who work through a project's queue.</summary>
internal sealed class Team
{
    private const int AtOnce = 8;
    private const ulong TeamSeed = 2800;

    private readonly Member[] _members;

    // An item shown to two designers, or twice to one, is looked at once: looking is what costs.
    private readonly ConcurrentDictionary<string, Task<TrueQuality>> _seen = new(StringComparer.Ordinal);

    private Team(Member[] members) => _members = members;

    public static async Task<Team> HireAsync(LoopClients admin, int size)
    {
        var traits = DesignerTraits.Team(size, TeamSeed);
        var members = new Member[size];
        for (var i = 0; i < size; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"designer-{i + 1:00}");
            var answer = await admin.Labeling.PutRaterAsync(new PutRaterRequest { Rater = new Rater { Id = id, Name = id, Role = RaterRole.Designer, Locale = "en" } });
            members[i] = new Member(admin.As(answer.Key), new SimulatedDesigner(traits[i], TeamSeed + (ulong)i), id);
        }

        return new Team(members);
    }

    /// <summary>Takes turns, a handful of items each, until so many judgements are made or the queue is empty.</summary>
    /// <returns>Judgements that the server has stored.</returns>
    public async Task<int> JudgeAsync(string project, int limit)
    {
        var judged = 0;
        using var progress = new ProgressBar(limit);
        for (var idle = 0; judged < limit && idle < _members.Length;)
        {
            foreach (var member in _members)
            {
                var done = await TurnAsync(member, project, Math.Min(AtOnce, limit - judged));
                (judged, idle) = (judged + done, done == 0 ? idle + 1 : 0);
                for (var i = 0; i < done; i++)
                {
                    progress.Step($"{project}: judged");
                }

                if (judged >= limit)
                {
                    break;
                }
            }
        }

        return judged;
    }

    private async Task<int> TurnAsync(Member member, string project, int count)
    {
        var lease = await member.Clients.Labeling.LeaseItemsAsync(new LeaseItemsRequest { Project = project, Count = count });
        if (lease.Items.Count == 0)
        {
            return 0;
        }

        member.Designer.Rest();
        var looked = await Task.WhenAll(lease.Items.Select(item => _seen.GetOrAdd(item.ItemId, _ => LookAsync(member.Clients, item))));
        var answer = await member.Clients.Labeling.SubmitAsync(new SubmitRequest
        {
            Events = { lease.Items.Select((item, i) => Event(member, project, item, looked[i])) },
        });
        return answer.Results.FirstOrDefault(result => result.State == SubmitState.Refused) is { } refused
            ? throw new InvalidOperationException($"A judgement was refused: {string.Join("; ", refused.Problems.Select(problem => $"{problem.Field}: {problem.Description}"))}")
            : answer.Results.Count;
    }

    private static async Task<TrueQuality> LookAsync(LoopClients clients, LeasedItem item)
    {
        using var file = new MemoryStream();
        using var call = clients.Labeling.DownloadItem(new DownloadItemRequest { ItemId = item.ItemId });
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            file.Write(chunk.Data.Span);
        }

        return await Task.Run(() =>
        {
            using var image = new Rasterizer().Decode(file.ToArray());
            return TrueQuality.Of(ElementJudge.Judge(image, PromptReader.Read(item.Context.Prompt)));
        });
    }

    private static ScoreEvent Event(Member member, string project, LeasedItem item, TrueQuality seen)
    {
        var (judgement, seconds) = member.Designer.Judge(seen);
        var now = TimeProvider.System.GetUtcNow();
        return new ScoreEvent
        {
            EventId = Guid.NewGuid().ToString(),
            Kind = EventKind.Score,
            Project = project,
            ItemId = item.ItemId,
            LeaseId = item.LeaseId,
            Verdict = judgement.Verdict switch
            {
                Core.Labeling.Verdict.Usable => Contract.V1.Verdict.Usable,
                Core.Labeling.Verdict.Unusable => Contract.V1.Verdict.Unusable,
                _ => Contract.V1.Verdict.Unsure,
            },
            Scores = { judgement.Scores },
            ShownAt = now.AddSeconds(-seconds).ToTimestamp(),
            DecidedAt = now.ToTimestamp(),
            SessionId = member.Id,
            UiVersion = "bench",
        };
    }

    private sealed record Member(LoopClients Clients, SimulatedDesigner Designer, string Id);
}
