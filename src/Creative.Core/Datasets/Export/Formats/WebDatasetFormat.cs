using System.Collections.Immutable;
using System.Formats.Tar;
using System.Runtime.CompilerServices;
using System.Text;
using Creative.Core.Datasets.Export.Files;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Export.Formats;

/// <summary>
/// WebDataset: tar files whose members with the same key, one after the other, are a sample: key.png, key.txt, key.json. Every
/// header is the same but for name, size and checksum, so that two exports have the same bytes.
/// </summary>
public sealed class WebDatasetFormat : IExportFormat
{
    /// <summary>Of a shard: some hundred megabytes with images of the usual size, as its users advise.</summary>
    private const int ShardSamples = 1000;

    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public string Id => "webdataset";

    public string Description => "WebDataset: tar shards of images with captions and records; webdataset and Hugging Face datasets read them";

    public ImmutableArray<ExportField> Fields(DatasetCard card) => RecordFields.Of(card);

    public async IAsyncEnumerable<ExportFile> FilesAsync(DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var split in source.Splits)
        {
            for (var first = 0L; first < source.Card.ItemsBySplit[split]; first += ShardSamples)
            {
                yield return Shard(source, split, first);
            }
        }
    }

    private static ExportFile Shard(DatasetSource source, string split, long first) => new(
        $"webdataset/{split}-{first / ShardSamples:D6}.tar",
        async (output, cancellation) =>
        {
            await using var tar = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
            var samples = 0;
            await foreach (var row in source.Rows(split, first, cancellation))
            {
                await AddSampleAsync(tar, source, row, cancellation);
                if (++samples == ShardSamples)
                {
                    break;
                }
            }
        })
    {
        HoldsRecords = true,
    };

    private static async Task AddSampleAsync(TarWriter tar, DatasetSource source, DatasetRow row, CancellationToken cancellation)
    {
        var key = ExportNames.Stem(row);
        using (var image = source.ReadImage(row))
        {
            await AddAsync(tar, $"{key}.png", StreamOf(image.Bytes), cancellation);
        }

        await AddAsync(tar, $"{key}.txt", new MemoryStream(Encoding.UTF8.GetBytes(row.Caption)), cancellation);
        await AddAsync(tar, $"{key}.json", new MemoryStream(JsonLineWriter.One(json => RecordFields.Write(json, row, source.Card.Dimensions))), cancellation);
    }

    private static MemoryStream StreamOf(ArraySegment<byte> bytes) => new(bytes.Array!, bytes.Offset, bytes.Count, writable: false);

    private static Task AddAsync(TarWriter tar, string name, Stream content, CancellationToken cancellation) =>
        tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = DateTimeOffset.UnixEpoch, Mode = Mode }, cancellation);
}
