using System.Diagnostics;
using Creative.Contract.V1;
using Creative.Core.Imaging;
using Creative.Engine.Imaging;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using ImageFormat = Creative.Core.Imaging.ImageFormat;

namespace Creative.Bench.Scores;

/// <summary>Many clients at once, each sending one score after the other as soon as the last was acknowledged.</summary>
/// <param name="EventsPerSecond">Acknowledged by all clients together.</param>
/// <param name="Median">Milliseconds from sending to the acknowledgement.</param>
/// <param name="P95">The same, 95 of 100 are faster.</param>
internal sealed record ScoreFigures(double EventsPerSecond, double Median, double P95);

internal static class ScoreTrial
{
    private const string Project = "bench";
    private const int Items = 200;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<ScoreFigures> RunAsync(Uri url, string adminKey, int clients, TimeSpan time)
    {
        using var channel = GrpcChannel.ForAddress(url);
        var labels = new LabelingService.LabelingServiceClient(channel);
        var ids = await PrepareAsync(labels, Key(adminKey));
        var raters = new List<Metadata>();
        for (var n = 0; n < clients; n++)
        {
            var put = await labels.PutRaterAsync(new PutRaterRequest { Rater = new Rater { Id = $"rater-{n}", Role = RaterRole.Lead, Locale = "en" } }, Key(adminKey));
            raters.Add(Key(put.Key));
        }

        await Task.WhenAll(raters.Select((rater, n) => SendAsync(labels, rater, ids, n, WarmUp)));
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(raters.Select((rater, n) => SendAsync(labels, rater, ids, n, time)));
        var elapsed = watch.Elapsed.TotalSeconds;
        double[] sorted = [.. times.SelectMany(one => one).Order()];
        return new ScoreFigures(sorted.Length / elapsed, sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100]);
    }

    private static async Task<List<double>> SendAsync(LabelingService.LabelingServiceClient labels, Metadata rater, IReadOnlyList<string> items, int client, TimeSpan time)
    {
        var times = new List<double>();
        var all = Stopwatch.StartNew();
        for (var n = 0; all.Elapsed < time; n++)
        {
            var score = new ScoreEvent
            {
                EventId = Guid.NewGuid().ToString("D"),
                Kind = EventKind.Score,
                Project = Project,
                ItemId = items[(client + (n * 7)) % items.Count],
                Verdict = Verdict.Usable,
                Scores = { ["shape"] = 1 + (n % 5), ["hue"] = 4 },
            };
            var watch = Stopwatch.StartNew();
            var result = (await labels.SubmitAsync(new SubmitRequest { Events = { score } }, rater)).Results.Single();
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (result.State != SubmitState.Stored)
            {
                throw new InvalidOperationException($"A score was not stored: {result}");
            }
        }

        return times;
    }

    private static async Task<IReadOnlyList<string>> PrepareAsync(LabelingService.LabelingServiceClient labels, Metadata admin)
    {
        await labels.PutProjectAsync(new PutProjectRequest { Project = new Project { Id = Project, Name = "Bench", ItemKind = "element" } }, admin);
        using var image = PixelImage.Create(new CanvasSize(24, 40), 4);
        var file = ByteString.CopyFrom(new Rasterizer().Encode(image, ImageFormat.Png, quality: 100));
        var ids = new List<string>();
        using var call = labels.AddItems(admin);
        for (var n = 0; n < Items; n++)
        {
            await call.RequestStream.WriteAsync(new AddItemsRequest { Project = Project, Image = file, Origin = new ItemOrigin { Prompt = "coin", Seed = (ulong)n } });
            await call.ResponseStream.MoveNext(CancellationToken.None);
            ids.Add(call.ResponseStream.Current.ItemId);
        }

        await call.RequestStream.CompleteAsync();
        await call.ResponseStream.MoveNext(CancellationToken.None);
        return ids;
    }

    private static Metadata Key(string key) => new() { { "rater-key", key } };
}
