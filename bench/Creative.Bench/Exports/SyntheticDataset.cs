using System.Collections.Immutable;
using System.Security.Cryptography;
using Creative.Contract.V1;
using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Splits;
using Creative.Core.Labeling;
using Creative.Core.Numerics;
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

/// <summary>A data folder with one dataset as a snapshot would leave it; the images are random bytes, which is what compressed ones look like.</summary>
internal static class SyntheticDataset
{
    private const string Id = "ds_00000000000bench";

    /// <summary>The folder of the image files.</summary>
    public static string ImagesOf(string data) => Path.Combine(data, "blobs");

    /// <summary>Makes it, unless it is there.</summary>
    /// <returns>The dataset's id.</returns>
    public static async Task<string> EnsureAsync(string data, int items, int bytes)
    {
        var whole = Path.Combine(data, "whole");
        if (File.Exists(whole))
        {
            return Id;
        }

        Console.Error.WriteLine($"making {items} images in {data}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.AddCreative(new ServerOptions { Data = data, Models = data, Brands = "" });
        await using var app = builder.Build();
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<CreativeDb>>().CreateDbContextAsync())
        {
            await Schema.BringUpToDateAsync(db, CancellationToken.None);
        }

        ImmutableArray<DatasetRow> rows = [.. Enumerable.Range(0, items).Select(n => Row(data, n, bytes))];
        var segments = await app.Services.GetRequiredService<RowSegments>().WriteAsync(rows, CancellationToken.None);
        var dataset = new Dataset
        {
            Id = Id,
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
        await app.Services.GetRequiredService<DatasetStore>().AddAsync(
            new DatasetRecordRow { Id = Id, Record = dataset.ToByteArray(), Query = "{}", Segments = segments }, [], CancellationToken.None);
        await File.WriteAllTextAsync(whole, "");
        return Id;
    }

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
