using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Creative.Core.Datasets.Export.Files;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Export.Formats;

/// <summary>
/// Tables without images: items.jsonl with one line for each image, ratings.jsonl with one line for each score of each event, and
/// events.jsonl with every event as it came. DuckDB, pandas and Polars read them.
/// </summary>
public sealed class JsonLinesFormat : IExportFormat
{
    public string Id => "jsonl";

    public string Description => "JSON lines: items, every single score, every event; DuckDB, pandas and Polars read them and can turn them into Parquet";

    public bool PacksImages => false;

    public ImmutableArray<ExportField> Fields(DatasetCard card) => [new("split", "sc:Text"), .. RecordFields.Of(card)];

    public async IAsyncEnumerable<ExportFile> FilesAsync(DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var records = new RecordWriter(source.Card.Dimensions);
        yield return ExportFiles.Lines("jsonl/items.jsonl", source.AllRecords, (json, row) =>
        {
            json.WriteString("split", row.Split);
            records.Write(json, row);
        });
        yield return ExportFiles.Lines("jsonl/ratings.jsonl", token => Ratings(source, token), WriteRating);
        yield return ExportFiles.Lines("jsonl/events.jsonl", token => Events(source, token), WriteEvent);
    }

    private static async IAsyncEnumerable<(DatasetRow Row, RatingEvent Event)> Events(DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in source.AllRows(cancellation))
        {
            foreach (var one in row.Item.Events)
            {
                yield return (row, one);
            }
        }
    }

    private static async IAsyncEnumerable<(DatasetRow Row, RatingEvent Event, string Dimension, int Value)> Ratings(
        DatasetSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (row, one) in Events(source, cancellation))
        {
            foreach (var (dimension, value) in one.Scores)
            {
                yield return (row, one, dimension, value);
            }
        }
    }

    private static void WriteRating(Utf8JsonWriter json, (DatasetRow Row, RatingEvent Event, string Dimension, int Value) rating)
    {
        json.WriteString("event_id", rating.Event.Id);
        json.WriteString("item_id", rating.Row.Item.Id);
        json.WriteString("split", rating.Row.Split);
        json.WriteString("rater", rating.Event.Rater);
        json.WriteString("dimension", rating.Dimension);
        json.WriteNumber("value", rating.Value);
        json.WriteBoolean("superseded", rating.Event.Superseded);
        json.WriteString("strategy", rating.Event.Strategy);
        json.WriteFloat("probability", rating.Event.Probability);
    }

    private static void WriteEvent(Utf8JsonWriter json, (DatasetRow Row, RatingEvent Event) pair)
    {
        var (row, one) = pair;
        json.WriteString("event_id", one.Id);
        json.WriteString("kind", one.Kind);
        json.WriteString("item_id", row.Item.Id);
        json.WriteString("rater", one.Rater);
        json.WriteString("verdict", one.Judgement?.Verdict.ToString().ToLowerInvariant() ?? "");
        json.WriteNumber("marks", one.Judgement?.Marks.Length ?? 0);
        json.WriteBoolean("superseded", one.Superseded);
        json.WriteString("supersedes", one.Supersedes);
        json.WriteString("session_id", one.Session);
        json.WriteString("ui_version", one.UiVersion);
        json.WriteNumber("shown_at_ms", one.ShownAt);
        json.WriteNumber("decided_at_ms", one.DecidedAt);
        json.WriteNumber("stored_at_ms", one.StoredAt);
        json.WriteNumber("decision_ms", one.ShownAt > 0 && one.DecidedAt >= one.ShownAt ? one.DecidedAt - one.ShownAt : 0);
        json.WriteString("strategy", one.Strategy);
        json.WriteFloat("probability", one.Probability);
    }
}
