using System.Collections.Immutable;
using System.Text.Json;

namespace Creative.Engine;

/// <summary>Reads fields of a JSON object and notes every problem by the field's path, instead of stopping at the first.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _object;
    private readonly string _path;
    private readonly List<string> _problems;

    public JsonFields(JsonElement value)
        : this(value, "", [])
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            _problems.Add("not a JSON object");
        }
    }

    private JsonFields(JsonElement value, string path, List<string> problems) => (_object, _path, _problems) = (value, path, problems);

    public void Problem(string field, string problem) => _problems.Add($"{_path}{field}: {problem}");

    /// <exception cref="InvalidModelException">There was any problem, in this object or its sections.</exception>
    public void ThrowIfWrong(string file)
    {
        if (_problems.Count > 0)
        {
            throw new InvalidModelException(file, _problems);
        }
    }

    public JsonFields Section(string field) =>
        new(Find(field, JsonValueKind.Object, "an object"), $"{_path}{field}.", _problems);

    /// <summary>Text that is not empty; empty after a problem.</summary>
    public string Text(string field)
    {
        var value = Find(field, JsonValueKind.String, "text");
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (value.ValueKind == JsonValueKind.String && text.Length == 0)
        {
            Problem(field, "is empty");
        }

        return text;
    }

    public T? OneOf<T>(string field, params (string Name, T Value)[] choices)
    {
        var text = Text(field);
        foreach (var choice in choices)
        {
            if (choice.Name == text)
            {
                return choice.Value;
            }
        }

        if (text.Length > 0)
        {
            Problem(field, $"'{text}' is not one of {string.Join(", ", choices.Select(choice => choice.Name))}");
        }

        return default;
    }

    public int Whole(string field, int least, int most)
    {
        var value = Find(field, JsonValueKind.Number, "a whole number");
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            Problem(field, $"{value.GetRawText()} is not a whole number from {least} to {most}");
        }

        return least;
    }

    /// <param name="fallback">For a field that may be missing.</param>
    public double Number(string field, double least, double most, double? fallback = null)
    {
        if (fallback is { } usual && !Has(field))
        {
            return usual;
        }

        var value = Find(field, JsonValueKind.Number, "a number");
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most)
        {
            return number;
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            Problem(field, $"{value.GetRawText()} is not between {least} and {most}");
        }

        return least;
    }

    /// <summary>For what may be left out.</summary>
    public bool Has(string field) => _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(field, out _);

    /// <summary>Null when the field is missing.</summary>
    public double? OptionalNumber(string field, double least, double most) => Has(field) ? Number(field, least, most) : null;

    /// <summary>At least one text.</summary>
    public ImmutableArray<string> List(string field) => ListOf(field, Find(field, JsonValueKind.Array, "a list of texts"));

    public ImmutableSortedDictionary<string, ImmutableArray<string>> Lists(string field)
    {
        var section = Section(field);
        return section.Properties().ToImmutableSortedDictionary(
            property => property.Name, property => section.ListOf(property.Name, property.Value), StringComparer.Ordinal);
    }

    public IEnumerable<KeyValuePair<string, string>> Texts(string field)
    {
        var section = Section(field);
        return [.. section.Properties().Select(property => KeyValuePair.Create(property.Name, section.Text(property.Name)))];
    }

    private IEnumerable<JsonProperty> Properties() =>
        _object.ValueKind == JsonValueKind.Object ? _object.EnumerateObject().DistinctBy(property => property.Name) : [];

    private ImmutableArray<string> ListOf(string field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        }

        Problem(field, "is not a list of at least one text");
        return [];
    }

    private JsonElement Find(string field, JsonValueKind kind, string expected)
    {
        if (_object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(field, out var value))
        {
            if (value.ValueKind == kind)
            {
                return value;
            }

            Problem(field, $"is not {expected}");
        }
        else if (_object.ValueKind == JsonValueKind.Object)
        {
            Problem(field, "is missing");
        }

        return default;
    }
}
