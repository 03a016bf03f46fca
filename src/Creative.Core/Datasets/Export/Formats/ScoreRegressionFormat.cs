using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Creative.Core.Datasets.Export.Files;
using Creative.Core.Datasets.Export.Marks;
using Creative.Core.Datasets.Material;
using Creative.Core.Labeling;

namespace Creative.Core.Datasets.Export.Formats;

/// <summary>
/// For models that predict scores and faults: images with their corrected scores as an imagefolder, with each a mask of what raters
/// marked in it, and marks.jsonl with one line for each marked region, as shares of the image.
/// </summary>
public sealed class ScoreRegressionFormat : IExportFormat
{
    public string Id => "scores";

    public string Description => "score regression: an imagefolder with corrected scores, their errors and counts, a mask of the marked regions for each image, and marks.jsonl with every region";

    public bool PacksImages => false;

    public ImmutableArray<ExportField> Fields(DatasetCard card) => [new("file_name", "sc:Text"), new("mask_file_name", "sc:Text"), new("marks_n", "sc:Integer"), .. RecordFields.Of(card)];

    public async IAsyncEnumerable<ExportFile> FilesAsync(DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return ExportFiles.Lines("scores/marks.jsonl", token => Marks(source, token), WriteMark);
        var records = new RecordWriter(source.Card.Dimensions);
        foreach (var split in source.Splits)
        {
            yield return ExportFiles.Lines($"scores/{split}/metadata.jsonl", token => source.Rows(split, 0, token), (json, row) =>
            {
                json.WriteString("file_name", ExportNames.Sharded(row));
                json.WriteString("mask_file_name", ExportNames.Mask(row));
                json.WriteNumber("marks_n", MarksOf(row).Count());
                records.Write(json, row);
            });
            await foreach (var row in source.Rows(split, 0, cancellation))
            {
                yield return ExportFiles.Image($"scores/{split}/{ExportNames.Sharded(row)}", source, row);
                yield return new ExportFile($"scores/{split}/{ExportNames.Mask(row)}", async (output, token) => await output.WriteAsync(MarkMask.Write(row), token));
            }
        }
    }

    private static IEnumerable<(RatingEvent Event, Mark Mark)> MarksOf(DatasetRow row) =>
        row.Item.Judgements.SelectMany(one => one.Judgement!.Marks.Select(mark => (one, mark)));

    private static async IAsyncEnumerable<(DatasetRow Row, RatingEvent Event, Mark Mark)> Marks(DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in source.AllRows(cancellation))
        {
            foreach (var (one, mark) in MarksOf(row))
            {
                yield return (row, one, mark);
            }
        }
    }

    private static void WriteMark(Utf8JsonWriter json, (DatasetRow Row, RatingEvent Event, Mark Mark) marked)
    {
        json.WriteString("item_id", marked.Row.Item.Id);
        json.WriteString("image", $"{marked.Row.Split}/{ExportNames.Sharded(marked.Row)}");
        json.WriteString("rater", marked.Event.Rater);
        json.WriteString("dimension", marked.Mark.Dimension);
        json.WriteString("kind", marked.Mark.Kind);
        json.WriteFloat("x", marked.Mark.X);
        json.WriteFloat("y", marked.Mark.Y);
        json.WriteFloat("radius", marked.Mark.Radius);
    }
}
