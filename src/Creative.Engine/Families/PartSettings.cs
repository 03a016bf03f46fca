using System.Text.Json;
using Creative.Engine.Folders;

namespace Creative.Engine.Families;

/// <summary>The config.json of a part: numbers that its graph may leave open. Everything in it may be missing, and the file too.</summary>
internal sealed class PartSettings
{
    private readonly string _path;
    private readonly JsonElement _json;

    private PartSettings(string path, JsonElement json) => (_path, _json) = (path, json);

    public bool Exists => _json.ValueKind == JsonValueKind.Object;

    /// <param name="path">Null when the model has none.</param>
    /// <exception cref="InvalidModelException">It is not a JSON object.</exception>
    public static PartSettings Read(string? path)
    {
        if (path is null)
        {
            return new PartSettings("", default);
        }

        try
        {
            using var document = JsonDocument.Parse(FolderFile.Read(path, FolderFile.MostSettings));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new PartSettings(path, document.RootElement.Clone())
                : throw new InvalidModelException(path, "not a JSON object");
        }
        catch (JsonException error)
        {
            throw new InvalidModelException(path, $"not JSON: {error.Message}", error);
        }
    }

    /// <summary>Null when it is missing or null.</summary>
    /// <exception cref="InvalidModelException">It is not a number within the range.</exception>
    public double? Number(string field, double least, double most) => Find(field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most
            ? number
            : throw Problem(field, $"{value.GetRawText()} is not a number from {least} to {most}");

    /// <inheritdoc cref="Number"/>
    public int? Whole(string field, int most) => Number(field, 1, most) is not { } number
        ? null
        : number == Math.Floor(number) ? (int)number : throw Problem(field, $"{number} is not a whole number");

    public double[]? Numbers(string field, int count) => Find(field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == count && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number)
            ? [.. value.EnumerateArray().Select(item => item.GetDouble())]
            : throw Problem(field, $"is not a list of {count} numbers");

    public bool? Flag(string field) => Find(field) is not { } value
        ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Problem(field, "is not true or false");

    public string? Text(string field) => Find(field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Problem(field, "is not text");

    /// <summary>The object in a field; empty when the field is missing or holds something else.</summary>
    public PartSettings Section(string field) =>
        new(_path, Find(field) is { ValueKind: JsonValueKind.Object } value ? value : default);

    public InvalidModelException Problem(string field, string problem) => new(_path, $"{field}: {problem}");

    private JsonElement? Find(string field) =>
        Exists && _json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
