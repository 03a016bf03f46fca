using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>JSON objects in UTF-8, without a mark and without line feeds, one after the other in the same memory.</summary>
internal sealed class JsonObjects : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _object = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, Options);

    /// <summary>An object; valid until the next one.</summary>
    /// <param name="write">Its members.</param>
    public ReadOnlySpan<byte> Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        _object.ResetWrittenCount();
        _json.Reset(_object);
        _json.WriteStartObject();
        write(_json, value);
        _json.WriteEndObject();
        _json.Flush();
        return _object.WrittenSpan;
    }

    /// <summary>One object in memory of its own.</summary>
    public static byte[] One<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        using var objects = new JsonObjects();
        return objects.Write(value, write).ToArray();
    }

    public void Dispose() => _json.Dispose();
}
