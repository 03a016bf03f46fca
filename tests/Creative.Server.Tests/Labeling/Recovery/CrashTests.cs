using System.Globalization;
using Creative.Contract.V1;
using Creative.Core.Numerics;
using Creative.Server.Tests.Hosting;
using Creative.Server.Tests.Recovery;
using Google.Protobuf;
using Xunit.Abstractions;

namespace Creative.Server.Tests.Labeling.Recovery;

/// <summary>
/// kill -9 under load, again and again. CREATIVE_KILLS sets how often; docs/labeling.md has the figures of fifty.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const string Project = "crash";
    private const int Raters = 28;
    private const int Items = 100;
    private const int UsualKills = 6;

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("CREATIVE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : UsualKills;

    [Fact]
    public async Task Every_acknowledged_score_is_there_once_and_none_is_invented()
    {
        using var data = new TemporaryFolder();
        var random = new SeededRandom(50);
        IReadOnlyList<ScriptedRater> raters = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.StartAsync(data.Path, models: data.Path);
            var client = new LabelingService.LabelingServiceClient(server.Channel);
            raters = raters.Count == 0 ? await PrepareAsync(client, data.Path) : raters;

            // After some acknowledgements and in the middle of others, on however slow a machine.
            var (left, reached) = (Raters + random.Below(10 * Raters), new TaskCompletionSource());
            var work = Task.WhenAll(raters.Select(rater => rater.WorkAsync(client, count =>
            {
                if (Interlocked.Add(ref left, -count) <= 0)
                {
                    reached.TrySetResult();
                }
            })));
            await Task.WhenAny(reached.Task, work);
            await server.KillAsync();
            await work;
        }

        await using var last = await ServerProcess.StartAsync(data.Path, models: data.Path);
        await ProveAsync(new LabelingService.LabelingServiceClient(last.Channel), data.Path, raters);
    }

    private async Task ProveAsync(LabelingService.LabelingServiceClient client, string data, IReadOnlyList<ScriptedRater> raters)
    {
        var before = await client.VerifyEventsAsync(new VerifyEventsRequest(), AdminOf(data));
        Assert.True(before.Intact, $"{before}");
        var promised = raters.Sum(rater => rater.Acknowledged.Count);
        foreach (var rater in raters)
        {
            var stored = await StoredAsync(client, rater);
            Assert.Equal(stored.Count, stored.Select(one => one.EventId).Distinct().Count());
            Assert.All(stored, one => Assert.Equal(rater.Sent[one.EventId], one));
            Assert.Empty(rater.Acknowledged.Except(stored.Select(one => one.EventId)));
            await rater.FinishAsync(client);
        }

        var after = await client.VerifyEventsAsync(new VerifyEventsRequest(), AdminOf(data));
        Assert.Equal((true, raters.Sum(rater => (long)rater.Sent.Count)), (after.Intact, after.Events));
        Assert.True(promised >= Kills * Raters, $"Only {promised} events were acknowledged.");
        output.WriteLine(
            $"{Kills} kills, {Raters} raters: {promised} events acknowledged, {before.Events} on the disk after the last kill, {after.Events} when all was sent again; lost 0, double 0, invented 0; chain intact, head {after.Head}");
    }

    private static async Task<List<ScoreEvent>> StoredAsync(LabelingService.LabelingServiceClient client, ScriptedRater rater)
    {
        var stored = new List<ScoreEvent>();
        var request = new ListOwnEventsRequest { Project = Project, PageSize = 500 };
        do
        {
            var page = await client.ListOwnEventsAsync(request, rater.Key);
            stored.AddRange(page.Events.Select(one => one.Event));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return stored;
    }

    private static async Task<IReadOnlyList<ScriptedRater>> PrepareAsync(LabelingService.LabelingServiceClient client, string data)
    {
        var admin = AdminOf(data);
        await client.PutProjectAsync(new PutProjectRequest { Project = new Project { Id = Project, Name = Project, ItemKind = "element", JudgementsPerItem = Raters } }, admin);
        var image = ByteString.CopyFrom(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "goldens", "RasterizerTests", "Banner_90x240.png")));
        using var call = client.AddItems(admin);
        for (var item = 0; item < Items; item++)
        {
            await call.RequestStream.WriteAsync(new AddItemsRequest { Project = Project, Image = image, Origin = new ItemOrigin { Prompt = "gold coin", Seed = (ulong)item } });
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Empty(call.ResponseStream.Current.Problems);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        var raters = new List<ScriptedRater>();
        for (var n = 0; n < Raters; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"rater-{n:00}");
            var put = await client.PutRaterAsync(new PutRaterRequest { Rater = new Rater { Id = id, Role = RaterRole.Designer, Locale = "zh-CN" } }, admin);
            raters.Add(new ScriptedRater(id, LabServer.Headers(put.Key), Project, SeededRandom.Derive(28, (ulong)n)));
        }

        return raters;
    }

    private static Grpc.Core.Metadata AdminOf(string data) => LabServer.Headers(File.ReadAllText(Path.Combine(data, "admin.key")).Trim());
}
