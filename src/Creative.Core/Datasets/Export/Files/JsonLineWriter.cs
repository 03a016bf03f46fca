using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>Writes JSON objects one a line: UTF-8 without a mark, line feeds only.</summary>
internal sealed class JsonLineWriter(Stream output) : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, Options);

    /// <param name="write">The members of the object.</param>
    public async ValueTask WriteAsync(Action<Utf8JsonWriter> write, CancellationToken cancellation)
    {
        _line.ResetWrittenCount();
        _json.Reset(_line);
        Object(_json, write);
        _json.Flush();
        _line.Write("\n"u8);
        await output.WriteAsync(_line.WrittenMemory, cancellation);
    }

    /// <summary>One object without a line feed.</summary>
    public static byte[] One(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        Object(json, write);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => _json.Dispose();

    private static void Object(Utf8JsonWriter json, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }
}
