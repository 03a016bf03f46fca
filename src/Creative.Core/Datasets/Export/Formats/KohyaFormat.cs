using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Creative.Core.Datasets.Export.Files;
using Creative.Core.Datasets.Splits;

namespace Creative.Core.Datasets.Export.Formats;

/// <summary>
/// What the scripts of kohya-ss/sd-scripts read: usable images of the training split in one folder, each with a caption beside it, and
/// a dataset.toml that names the extension of the captions, without which they are not found and the model learns from none.
/// </summary>
public sealed class KohyaFormat : IExportFormat
{
    private const string Folder = "img/usable";
    private const int BucketStep = 64;

    public string Id => "kohya";

    public string Description => "kohya sd-scripts: usable training images with caption files and dataset.toml";

    public bool PacksImages => false;

    public ImmutableArray<ExportField> Fields(DatasetCard card) => [new("image", "sc:ImageObject"), new("caption", "sc:Text")];

    public async IAsyncEnumerable<ExportFile> FilesAsync(DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (any, least, most) = (false, int.MaxValue, 0);
        await foreach (var row in source.Records(Splitting.Train, 0, cancellation))
        {
            if (row.Usable)
            {
                (any, least, most) = (true, Math.Min(least, Math.Min(row.Item.Width, row.Item.Height)), Math.Max(most, Math.Max(row.Item.Width, row.Item.Height)));
            }
        }

        if (!any)
        {
            throw new EmptyExportException("No image of the training split is usable, and captions are for usable ones.");
        }

        yield return ExportFiles.Text("kohya/dataset.toml", Settings(Down(least), Up(most)));
        await foreach (var row in source.Records(Splitting.Train, 0, cancellation))
        {
            if (row.Usable)
            {
                var stem = $"kohya/{Folder}/{ExportNames.Stem(row)}";
                yield return ExportFiles.Image($"{stem}.png", source, row);
                yield return ExportFiles.Text($"{stem}.txt", row.Caption + "\n");
            }
        }
    }

    /// <summary>The side of buckets is a multiple of 64.</summary>
    private static int Up(int side) => (side + BucketStep - 1) / BucketStep * BucketStep;

    private static int Down(int side) => Math.Max(BucketStep, side / BucketStep * BucketStep);

    private static string Settings(int least, int most) =>
        $"""
        # For sd-scripts with --dataset_config=dataset.toml, started in this folder: image_dir is taken from there.
        [general]
        caption_extension = ".txt"
        shuffle_caption = false
        keep_tokens = 1

        [[datasets]]
        resolution = {most}
        batch_size = 1
        enable_bucket = true
        min_bucket_reso = {least}
        max_bucket_reso = {most}
        bucket_reso_steps = {BucketStep}

          [[datasets.subsets]]
          image_dir = "{Folder}"
          num_repeats = 1

        """.ReplaceLineEndings("\n");
}
