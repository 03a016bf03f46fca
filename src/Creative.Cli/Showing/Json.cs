using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Creative.Cli.Delivery;
using Google.Protobuf;

namespace Creative.Cli.Showing;

/// <summary>The JSON that this program writes: camelCase, Chinese left readable, messages as proto3 JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(RenderIndex))]
[JsonSerializable(typeof(SavedFile))]
[JsonSerializable(typeof(SavedSource))]
[JsonSerializable(typeof(Delivery.Export.ExportIndex))]
[JsonSerializable(typeof(Demo.DemoReport))]
[JsonSerializable(typeof(Datasets.ExportResult))]
internal sealed partial class Json : JsonSerializerContext
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    /// <summary>One line.</summary>
    public static Json Compact { get; } = new(Configure(indented: false));

    /// <summary>For files that people open.</summary>
    public static Json Indented { get; } = new(Configure(indented: true));

    public static string Of(IMessage message) => Formatter.Format(message);

    private static JsonSerializerOptions Configure(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = indented,
        // Written to files and pipes, never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
