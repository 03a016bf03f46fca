using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Creative.Core.Imaging.Metadata;

/// <summary>
/// The implicit label of AI-generated content: the fields of GB 45438-2025, Annex E. All values are text of
/// [!#-[\]-~], that is printable ASCII without space, quote and backslash, at most 2,048 characters each.
/// </summary>
public sealed record AigcLabel
{
    /// <summary>The value of <see cref="Label"/> that says: this is AI-generated.</summary>
    public const string IsAi = "1";

    private const int MaxValueLength = 2048;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create([.. Enumerable.Range(0x21, 0x7E - 0x20).Select(code => (char)code).Where(character => character is not ('"' or '\\'))]);

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <value>"1" is AI content, "2" may be, "3" is suspected to be.</value>
    public string Label { get; init; } = IsAi;

    /// <value>Code of the generating provider; see <see cref="ProviderCode"/>.</value>
    public required string ContentProducer { get; init; }

    /// <value>Id of this content at the producer.</value>
    public required string ProduceId { get; init; }

    /// <value>The producer's own integrity code; see <see cref="AigcSeal"/>.</value>
    public string ReservedCode1 { get; init; } = "";

    /// <value>Code of the distributing provider; on first writing that of the producer (Annex E, note 1).</value>
    public required string ContentPropagator { get; init; }

    /// <value>Id at the propagator; on first writing that of the producer.</value>
    public required string PropagateId { get; init; }

    /// <value>The propagator's own integrity code.</value>
    public string ReservedCode2 { get; init; } = "";

    /// <summary>The label that a producer writes first: producer and propagator are the same.</summary>
    public static AigcLabel FirstWritten(string producer, string id) =>
        new() { ContentProducer = producer, ProduceId = id, ContentPropagator = producer, PropagateId = id };

    /// <summary>The same content passed on by somebody: only the propagator's fields change.</summary>
    public AigcLabel PassedOnBy(string propagator, string id) =>
        this with { ContentPropagator = propagator, PropagateId = id, ReservedCode2 = "" };

    /// <summary>JSON text in the order of Annex E.</summary>
    /// <param name="wrapped">As {"AIGC":{…}}; by default the bare object, as the image guide TC260-PG-20259A shows it.</param>
    /// <exception cref="ArgumentException">A value has characters that are not allowed, or is too long.</exception>
    public string ToJson(bool wrapped = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            if (wrapped)
            {
                json.WriteStartObject("AIGC");
            }

            foreach (var (name, value) in Fields())
            {
                if (value.Length > MaxValueLength || value.AsSpan().ContainsAnyExcept(Allowed))
                {
                    throw new ArgumentException($"{name} is longer than {MaxValueLength} or has characters other than printable ASCII without space, quote and backslash.");
                }

                json.WriteString(name, value);
            }

            json.WriteEndObject();
            if (wrapped)
            {
                json.WriteEndObject();
            }
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads the bare and the wrapped form.</summary>
    /// <exception cref="InvalidDataException">It is not such JSON, has a key twice, or lacks a field.</exception>
    public static AigcLabel FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 4 });
            var root = document.RootElement;
            var fields = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("AIGC", out var inner) ? inner : root;
            return new AigcLabel
            {
                Label = Text("Label"),
                ContentProducer = Text("ContentProducer"),
                ProduceId = Text("ProduceID"),
                ReservedCode1 = Text("ReservedCode1"),
                ContentPropagator = Text("ContentPropagator"),
                PropagateId = Text("PropagateID"),
                ReservedCode2 = Text("ReservedCode2"),
            };

            string Text(string name) =>
                fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()!
                    : throw new InvalidDataException($"The AIGC label has no text '{name}'.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The AIGC label is not valid JSON: {e.Message}", e);
        }
    }

    internal IEnumerable<(string Name, string Value)> Fields() =>
    [
        ("Label", Label), ("ContentProducer", ContentProducer), ("ProduceID", ProduceId), ("ReservedCode1", ReservedCode1),
        ("ContentPropagator", ContentPropagator), ("PropagateID", PropagateId), ("ReservedCode2", ReservedCode2),
    ];
}
