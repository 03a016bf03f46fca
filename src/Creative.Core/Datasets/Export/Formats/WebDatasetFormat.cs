using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Creative.Core.Datasets.Export.Files;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Export.Formats;

/// <summary>
/// WebDataset: tar files whose members with the same key, one after the other, are a sample: key.png, key.txt, key.json.
/// </summary>
public sealed class WebDatasetFormat : IExportFormat
{
    /// <summary>Of a shard: some hundred megabytes with images of the usual size, as its users advise.</summary>
    private const int ShardSamples = 1000;

    public string Id => "webdataset";

    public string Description => "WebDataset: tar shards of images with captions and records; webdataset and Hugging Face datasets read them";

    public bool PacksImages => true;

    public ImmutableArray<ExportField> Fields(DatasetCard card) => RecordFields.Of(card);

    public async IAsyncEnumerable<ExportFile> FilesAsync(DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var records = new RecordWriter(source.Card.Dimensions);
        foreach (var split in source.Splits)
        {
            for (var first = 0L; first < source.Card.ItemsBySplit[split]; first += ShardSamples)
            {
                yield return Shard(source, records, split, first);
            }
        }
    }

    private static ExportFile Shard(DatasetSource source, RecordWriter records, string split, long first) => new(
        $"webdataset/{split}-{first / ShardSamples:D6}.tar",
        async (output, cancellation) =>
        {
            using var objects = new JsonObjects();
            var samples = 0;
            await foreach (var row in source.Records(split, first, cancellation))
            {
                await AddSampleAsync(output, source, row, records, objects, cancellation);
                if (++samples == ShardSamples)
                {
                    break;
                }
            }

            Ustar.End(output);
        })
    {
        HoldsRecords = true,
    };

    private static async Task AddSampleAsync(PipeWriter tar, DatasetSource source, DatasetRow row, RecordWriter records, JsonObjects objects, CancellationToken cancellation)
    {
        var key = ExportNames.Stem(row);
        using (var image = source.OpenImage(row))
        {
            Ustar.Begin(tar, $"{key}.png", image.Length);
            await tar.WriteAsync(image, cancellation);
            Ustar.Pad(tar, image.Length);
        }

        Ustar.Add(tar, $"{key}.txt", Encoding.UTF8.GetBytes(row.Caption));
        Ustar.Add(tar, $"{key}.json", objects.Write(row, records.Write));
        await tar.FlushAsync(cancellation);
    }
}
