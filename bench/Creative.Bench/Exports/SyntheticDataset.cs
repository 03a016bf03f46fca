using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using Creative.Contract.V1;
using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Splits;
using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Server.Datasets.Export;
using Creative.Server.Datasets.Snapshots;
using Creative.Server.Datasets.Storage;
using Creative.Server.Hosting;
using Creative.Server.Storage;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using CorrectedScore = Creative.Core.Datasets.Material.CorrectedScore;
using Verdict = Creative.Core.Labeling.Verdict;

namespace Creative.Bench.Exports;

/// <summary>
/// A data folder with datasets as snapshots would leave them, all of the same rows: for a server each is one that it never exported. The
/// images are random bytes, which is what compressed ones look like.
/// </summary>
internal static class SyntheticDataset
{
    /// <summary>The folder of the image files.</summary>
    public static string ImagesOf(string data) => Path.Combine(data, "blobs");

    /// <summary>Makes what is not there, and freezes it: shards are hashed as when a snapshot is taken.</summary>
    /// <returns>The datasets' ids, and how long the hashing took for each.</returns>
    public static async Task<ImmutableArray<(string Id, TimeSpan Hashing)>> EnsureAsync(string data, int items, int bytes, int datasets)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.AddCreative(new ServerOptions { Data = data, Models = data, Brands = "" });
        await using var app = builder.Build();
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<CreativeDb>>().CreateDbContextAsync())
        {
            await Schema.BringUpToDateAsync(db, CancellationToken.None);
        }

        var segments = await SegmentsAsync(app.Services.GetRequiredService<RowSegments>(), data, items, bytes);
        var store = app.Services.GetRequiredService<DatasetStore>();
        var made = new List<(string, TimeSpan)>();
        foreach (var id in Enumerable.Range(0, datasets).Select(n => $"ds_{n:x11}bench"))
        {
            var row = new DatasetRecordRow { Id = id, Record = Record(id, items).ToByteArray(), Query = "{}", Segments = segments };
            await store.AddAsync(row, [], [], CancellationToken.None);

            // Each time: another program than last time may have made them.
            var watch = Stopwatch.StartNew();
            foreach (var file in await app.Services.GetRequiredService<MadeFiles>().MakeShardsAsync(row, CancellationToken.None))
            {
                await store.KeepFileAsync(file, CancellationToken.None);
            }

            made.Add((id, watch.Elapsed));
        }

        return [.. made];
    }

    /// <summary>Files and rows of the images.</summary>
    private static async Task<string> SegmentsAsync(RowSegments store, string data, int items, int bytes)
    {
        var list = Path.Combine(data, "segments");
        if (!File.Exists(list))
        {
            Console.Error.WriteLine($"making {items} images in {data}");
            ImmutableArray<DatasetRow> rows = [.. Enumerable.Range(0, items).Select(n => Row(data, n, bytes))];
            await File.WriteAllTextAsync(list, await store.WriteAsync(rows, CancellationToken.None));
        }

        return await File.ReadAllTextAsync(list);
    }

    private static Dataset Record(string id, int items) =>
        new()
        {
            Id = id,
            Name = "bench export",
            CreateTime = new Timestamp(),
            MerkleRoot = new string('0', 64),
            ItemsBySplit = { [Splitting.Train] = items },
            Items = items,
            Judgements = items,
            Raters = 1,
            Usable = items,
            Dimensions = { "hue", "shape" },
            Licence = "proprietary",
        };

    private static DatasetRow Row(string data, int number, int bytes)
    {
        var content = new byte[bytes];
        var random = new SeededRandom((ulong)number);
        for (var i = 0; i + 8 <= bytes; i += 8)
        {
            BitConverter.TryWriteBytes(content.AsSpan(i), random.NextUInt64());
        }

        // As the store lays them out, without its flushes: nothing here has to survive a power cut.
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        var folder = Path.Combine(ImagesOf(data), sha256[..2], sha256[2..4]);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, sha256), content);
        var scores = ImmutableSortedDictionary<string, int>.Empty.Add("hue", 4).Add("shape", 5);
        var judged = new RatingEvent($"{number}", "score", "r-0123456789ab", new Judgement(Verdict.Usable, scores, []));
        var item = new RatedItem(
            $"{number:x32}", "bench", sha256, 256, 256, new ImageSource($"gold coin {number}", (ulong)number, "elements-mini", "2.0.0", "gold coin", "gold coin", ""), Gold: false, [judged]);
        return new DatasetRow(item, Splitting.Train, 0.9, ImmutableSortedDictionary<string, CorrectedScore>.Empty.Add("hue", new(4, 0.6, 1)).Add("shape", new(5, 0.6, 1)), 1);
    }
}
