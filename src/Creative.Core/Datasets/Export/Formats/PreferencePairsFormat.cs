using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Creative.Core.Datasets.Export.Files;
using Creative.Core.Datasets.Pairs;

namespace Creative.Core.Datasets.Export.Formats;

/// <summary>
/// Preference pairs with the columns of Pick-a-Pic, as an imagefolder: load_dataset gives jpg_0, jpg_1, caption, label_0 and label_1.
/// Only pairs of the same prompt of which one is surely the better; ties are left out and counted in pairs.json, since trainers
/// take a tie for a win of one side. Which side the better one is on alternates in an order that has nothing to do with it.
/// </summary>
public sealed class PreferencePairsFormat : IExportFormat
{
    private const string Text = "sc:Text";
    private const string Float = "sc:Float";

    public string Id => "dpo";

    public string Description => "preference pairs for DPO with the columns of Pick-a-Pic, as an imagefolder: only pairs that are sure, ties left out and counted";

    public bool PacksImages => false;

    public ImmutableArray<ExportField> Fields(DatasetCard card) =>
    [
        new("jpg_0_file_name", Text), new("jpg_1_file_name", Text), new("caption", Text), new("label_0", Float), new("label_1", Float),
        new("image_0_uid", Text), new("image_1_uid", Text), new("best_image_uid", Text), new("p_win", Float), new("margin", Float), new("pair_id", Text),
    ];

    public async IAsyncEnumerable<ExportFile> FilesAsync(DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lists = new List<(string Split, PairList List)>();
        foreach (var split in source.Splits)
        {
            lists.Add((split, PreferencePairs.Find(await PromptsAsync(source, split, cancellation))));
        }

        if (lists.All(one => one.List.Pairs.IsEmpty))
        {
            throw new EmptyExportException($"Of {lists.Sum(one => one.List.Compared)} pairs of the same prompt none is sure (p ≥ {PreferencePairs.Sure}).");
        }

        yield return ExportFiles.Bytes("dpo/pairs.json", JsonObjects.One(lists, WriteCounts));
        foreach (var (split, list) in lists.Where(one => !one.List.Pairs.IsEmpty))
        {
            var pairs = list.Pairs.OrderBy(IdOf, StringComparer.Ordinal).ToArray();
            yield return ExportFiles.Lines($"dpo/{split}/metadata.jsonl", token => PairsAsync(source, split, pairs, token), Write);
            var used = pairs.SelectMany(pair => new[] { pair.Better.Place, pair.Worse.Place }).ToHashSet();
            var place = 0L;
            await foreach (var row in source.Rows(split, 0, cancellation))
            {
                if (used.Contains(place++))
                {
                    yield return ExportFiles.Image($"dpo/{split}/{ExportNames.Sharded(row)}", source, row);
                }
            }
        }
    }

    private static async Task<Dictionary<string, List<PairedImage>>> PromptsAsync(DatasetSource source, string split, CancellationToken cancellation)
    {
        var prompts = new Dictionary<string, List<PairedImage>>(StringComparer.Ordinal);
        var place = 0L;
        await foreach (var row in source.Rows(split, 0, cancellation))
        {
            if (!prompts.TryGetValue(row.Caption, out var images))
            {
                prompts[row.Caption] = images = [];
            }

            images.Add(PairedImage.Of(row, place++));
        }

        return prompts;
    }

    /// <summary>The pairs in their order, with what is written of their images; names and captions of those alone are held.</summary>
    private static async IAsyncEnumerable<PairLine> PairsAsync(
        DatasetSource source, string split, PreferencePair[] pairs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var used = pairs.SelectMany(pair => new[] { pair.Better.Place, pair.Worse.Place }).ToHashSet();
        var images = new Dictionary<long, (string File, string Caption)>();
        var place = 0L;
        await foreach (var row in source.Rows(split, 0, cancellation))
        {
            if (used.Contains(place))
            {
                images[place] = (ExportNames.Sharded(row), row.Caption);
            }

            place++;
        }

        for (var i = 0; i < pairs.Length; i++)
        {
            var (better, worse) = (images[pairs[i].Better.Place], images[pairs[i].Worse.Place]);
            yield return new PairLine(pairs[i], BetterIsFirst: i % 2 == 0, better.File, worse.File, better.Caption);
        }
    }

    private static string IdOf(PreferencePair pair) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{pair.Better.ItemId}\n{pair.Worse.ItemId}")))[..16];

    private static void Write(Utf8JsonWriter json, PairLine line)
    {
        var (pair, first) = (line.Pair, line.BetterIsFirst);
        json.WriteString("jpg_0_file_name", first ? line.BetterFile : line.WorseFile);
        json.WriteString("jpg_1_file_name", first ? line.WorseFile : line.BetterFile);
        json.WriteString("caption", line.Caption);
        json.WriteFloat("label_0", first ? 1 : 0);
        json.WriteFloat("label_1", first ? 0 : 1);
        json.WriteString("image_0_uid", first ? pair.Better.ItemId : pair.Worse.ItemId);
        json.WriteString("image_1_uid", first ? pair.Worse.ItemId : pair.Better.ItemId);
        json.WriteString("best_image_uid", pair.Better.ItemId);
        json.WriteFloat("p_win", pair.Chance);
        json.WriteFloat("margin", (pair.Better.Score ?? 0) - (pair.Worse.Score ?? 0));
        json.WriteString("pair_id", IdOf(pair));
    }

    private static void WriteCounts(Utf8JsonWriter json, IEnumerable<(string Split, PairList List)> lists)
    {
        json.WriteNumber("sure_from", PreferencePairs.Sure);
        foreach (var (split, list) in lists)
        {
            json.WriteStartObject(split);
            json.WriteNumber("pairs", list.Pairs.Length);
            json.WriteNumber("compared", list.Compared);
            json.WriteNumber("ties_left_out", list.Ties);
            json.WriteEndObject();
        }
    }

    private sealed record PairLine(PreferencePair Pair, bool BetterIsFirst, string BetterFile, string WorseFile, string Caption);
}
