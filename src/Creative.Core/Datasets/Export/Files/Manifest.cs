using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>What a file of an export has.</summary>
/// <param name="Bytes">Its length.</param>
public sealed record ManifestEntry(string Path, long Bytes, string Sha256);

/// <summary>
/// manifest.json, the last file: what the dataset is, and every file before it with length and SHA-256. The entries are kept in a file
/// meanwhile: there may be as many as there are images.
/// </summary>
internal sealed class Manifest : IAsyncDisposable
{
    private readonly FileStream _entries = new(
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 1 << 16 });

    private readonly List<ManifestEntry> _records = [];
    private bool _any;

    /// <value>Files that hold records.</value>
    public IReadOnlyList<ManifestEntry> Records => _records;

    public async Task AddAsync(ManifestEntry entry, bool holdsRecords, CancellationToken cancellation)
    {
        if (holdsRecords)
        {
            _records.Add(entry);
        }

        var line = JsonObjects.One(entry, static (json, entry) =>
        {
            json.WriteString("path", entry.Path);
            json.WriteNumber("bytes", entry.Bytes);
            json.WriteString("sha256", entry.Sha256);
        });
        await _entries.WriteAsync(Encoding.UTF8.GetBytes(_any ? ",\n    " : "\n    "), cancellation);
        await _entries.WriteAsync(line, cancellation);
        _any = true;
    }

    public ExportFile File(DatasetCard card, IExportFormat format) => new("manifest.json", async (output, cancellation) =>
    {
        var head = Encoding.UTF8.GetString(JsonObjects.One(card, (json, card) => WriteHead(json, card, format)));
        await output.WriteAsync(Encoding.UTF8.GetBytes($"{head[..^1]},\n  \"files\": ["), cancellation);
        await _entries.FlushAsync(cancellation);
        _entries.Position = 0;
        await _entries.CopyToAsync(output, cancellation);
        await output.WriteAsync("\n  ]\n}\n"u8.ToArray(), cancellation);
    });

    public ValueTask DisposeAsync() => _entries.DisposeAsync();

    private static void WriteHead(Utf8JsonWriter json, DatasetCard card, IExportFormat format)
    {
        json.WriteString("schema", "creative.dataset/1");
        json.WriteString("dataset_id", card.Id);
        json.WriteString("name", card.Name);
        json.WriteString("merkle_root", card.MerkleRoot);
        json.WriteString("created_utc", card.Created.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteString("parent_dataset_id", card.Parent);
        json.WriteString("licence", card.Licence);
        json.WriteString("format", format.Id);
        json.WritePropertyName("query");
        json.WriteRawValue(card.QueryJson);
        json.WriteStartObject("label_policy");
        json.WriteString("scale", "1-5");
        json.WriteString("scores", "subject model of ITU-T P.910 with priors");
        json.WriteString("verdicts", "Dawid and Skene, smoothed; usable from 0.5");
        json.WriteEndObject();
        json.WriteStartObject("counts");
        json.WriteNumber("items", card.Items);
        json.WriteNumber("judgements", card.Judgements);
        json.WriteNumber("raters", card.Raters);
        json.WriteNumber("usable", card.Usable);
        json.WriteStartObject("by_split");
        foreach (var (split, items) in card.ItemsBySplit)
        {
            json.WriteNumber(split, items);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("agreement");
        foreach (var (what, one) in card.Agreement)
        {
            json.WriteStartObject(what);
            json.WritePropertyName("alpha");
            json.WriteRawValue(one.Alpha?.ToString("0.0#####", CultureInfo.InvariantCulture) ?? "null");
            json.WriteNumber("units", one.Units);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteString("pii", "raters pseudonymised, comments left out");
    }
}
