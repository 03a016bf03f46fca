using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Creative.Core.Datasets.Export.Files;

namespace Creative.Core.Datasets.Export.Formats;

/// <summary>
/// The imagefolder of Hugging Face datasets: a folder for each split with metadata.jsonl, whose file_name says where each image
/// is. load_dataset("imagefolder", data_dir="imagefolder") reads it, and so do the training scripts of diffusers.
/// </summary>
public sealed class ImageFolderFormat : IExportFormat
{
    public string Id => "imagefolder";

    public string Description => "Hugging Face imagefolder: images and metadata.jsonl by split; datasets, diffusers and models/train/finetune.py read it";

    public bool PacksImages => false;

    public ImmutableArray<ExportField> Fields(DatasetCard card) => [new("file_name", "sc:Text"), .. RecordFields.Of(card)];

    public async IAsyncEnumerable<ExportFile> FilesAsync(DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var records = new RecordWriter(source.Card.Dimensions);
        foreach (var split in source.Splits)
        {
            yield return ExportFiles.Lines($"imagefolder/{split}/metadata.jsonl", token => source.Records(split, 0, token), (json, row) =>
            {
                json.WriteString("file_name", ExportNames.Sharded(row));
                records.Write(json, row);
            });
            await foreach (var row in source.Records(split, 0, cancellation))
            {
                yield return ExportFiles.Image($"imagefolder/{split}/{ExportNames.Sharded(row)}", source, row);
            }
        }
    }
}
