using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Snapshots;

/// <summary>A row as one line of JSON and back. The same row always gives the same bytes: they are what its hash is over.</summary>
public static class RowJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Without a line feed at the end.</summary>
    public static byte[] Write(DatasetRow row) => JsonSerializer.SerializeToUtf8Bytes(row, Options);

    /// <exception cref="JsonException">It is no JSON, or holds no item.</exception>
    /// <exception cref="InvalidOperationException">A member is of another type.</exception>
    public static DatasetRow Read(ReadOnlySpan<byte> line) => RowLine.Read(line, withEvents: true);

    /// <summary>The row without what the raters did: its events, most of the line, are passed over and default.</summary>
    /// <exception cref="JsonException">It is no JSON, or holds no item.</exception>
    /// <exception cref="InvalidOperationException">A member is of another type.</exception>
    public static DatasetRow ReadRecord(ReadOnlySpan<byte> line) => RowLine.Read(line, withEvents: false);

    /// <summary>What names the row, and nothing else of it: the rest is passed over.</summary>
    /// <exception cref="JsonException">It is no such line.</exception>
    public static RowKey ReadKey(ReadOnlySpan<byte> line) => RowLine.ReadKey(line);
}
