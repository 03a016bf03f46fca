using System.Text.Encodings.Web;
using System.Text.Json;

namespace Creative.Bench;

/// <summary>JSON on one line, with Chinese and quotes as they are: nothing here ends up in a page.</summary>
internal static class PlainJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
