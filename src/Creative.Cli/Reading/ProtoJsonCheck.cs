using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Creative.Cli.Reading;

/// <summary>
/// Compares a JSON document with the message it should become and lists every difference with its field and line:
/// the JSON parser of protobuf stops at the first one and names neither.
/// </summary>
internal ref struct ProtoJsonCheck
{
    /// <summary>Part of the message about a field that the message does not have.</summary>
    public const string NoSuchField = "there is no such field";

    private readonly ReadOnlySpan<byte> _json;
    private readonly List<Problem> _problems;
    private Utf8JsonReader _reader;

    private ProtoJsonCheck(ReadOnlySpan<byte> json, List<Problem> problems)
    {
        _json = json;
        _problems = problems;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 32 });
    }

    /// <param name="root">What the document is called in the problems, such as "brief".</param>
    /// <returns>Empty when it fits.</returns>
    public static IReadOnlyList<Problem> Of(ReadOnlySpan<byte> json, MessageDescriptor message, string root)
    {
        var problems = new List<Problem>();
        try
        {
            var check = new ProtoJsonCheck(json, problems);
            check._reader.Read();
            check.Message(message, root);
            check._reader.Read();
        }
        catch (JsonException broken)
        {
            var reason = broken.Message.Split(" LineNumber:")[0];
            problems.Add(new Problem(root, $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}: not JSON: {reason}"));
        }

        return problems;
    }

    private void Message(MessageDescriptor message, string path)
    {
        if (!Expect(JsonTokenType.StartObject, path, "an object { … }"))
        {
            return;
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _reader.GetString() ?? "";
            var field = message.Fields.InFieldNumberOrder().FirstOrDefault(field => field.JsonName == name || field.Name == name);
            if (field is null)
            {
                Report($"{path}.{name}", $"{NoSuchField}; {Suggestion.For(name, message.Fields.InFieldNumberOrder().Select(known => known.JsonName))}");
            }

            _reader.Read();
            if (field is null || _reader.TokenType == JsonTokenType.Null)
            {
                _reader.Skip();
            }
            else
            {
                Field(field, $"{path}.{field.JsonName}");
            }
        }
    }

    private void Field(FieldDescriptor field, string path)
    {
        if (field.IsMap)
        {
            Map(field.MessageType.Fields.InFieldNumberOrder()[1], path);
        }
        else if (field.IsRepeated)
        {
            List(field, path);
        }
        else
        {
            Value(field, path);
        }
    }

    private void Map(FieldDescriptor value, string path)
    {
        if (!Expect(JsonTokenType.StartObject, path, "an object { … }"))
        {
            return;
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = _reader.GetString();
            _reader.Read();
            Value(value, $"{path}[\"{key}\"]");
        }
    }

    private void List(FieldDescriptor field, string path)
    {
        if (!Expect(JsonTokenType.StartArray, path, "a list [ … ]"))
        {
            return;
        }

        for (var i = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; i++)
        {
            Value(field, $"{path}[{i}]");
        }
    }

    private void Value(FieldDescriptor field, string path)
    {
        var expected = field.FieldType switch
        {
            FieldType.Message => null,
            FieldType.String or FieldType.Bytes => _reader.TokenType == JsonTokenType.String ? null : "text in quotes",
            FieldType.Bool => _reader.TokenType is JsonTokenType.True or JsonTokenType.False ? null : "true or false",
            FieldType.Enum => IsEnumValue(field.EnumType) ? null : $"one of {string.Join(", ", field.EnumType.Values.Select(value => value.Name))}",
            FieldType.Double or FieldType.Float => IsNumber(whole: false) ? null : "a number",
            _ => IsNumber(whole: true) ? null : "a whole number",
        };
        if (field.FieldType == FieldType.Message)
        {
            Message(field.MessageType, path);
        }
        else if (expected is not null)
        {
            Report(path, $"should be {expected}, not {Shown()}");
            _reader.Skip();
        }
    }

    private readonly bool IsEnumValue(EnumDescriptor type) => _reader.TokenType switch
    {
        JsonTokenType.String => type.FindValueByName(_reader.GetString() ?? "") is not null,
        JsonTokenType.Number => _reader.TryGetInt32(out var number) && type.FindValueByNumber(number) is not null,
        _ => false,
    };

    // In proto3 JSON 64-bit numbers are usually written in quotes.
    private readonly bool IsNumber(bool whole)
    {
        if (_reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(_reader.ValueSpan);
        return whole ? decimal.TryParse(text, out var number) && decimal.IsInteger(number) : double.TryParse(text, out _);
    }

    private bool Expect(JsonTokenType token, string path, string what)
    {
        if (_reader.TokenType == token)
        {
            return true;
        }

        Report(path, $"should be {what}, not {Shown()}");
        _reader.Skip();
        return false;
    }

    private readonly string Shown()
    {
        const int longest = 30;
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return "an object { … }";
            case JsonTokenType.StartArray:
                return "a list [ … ]";
            default:
                var text = Encoding.UTF8.GetString(_reader.ValueSpan);
                text = text.Length > longest ? text[..longest] + "…" : text;
                return _reader.TokenType == JsonTokenType.String ? $"\"{text}\"" : text;
        }
    }

    private readonly void Report(string field, string message)
    {
        var line = _json[..(int)_reader.TokenStartIndex].Count((byte)'\n') + 1;
        _problems.Add(new Problem(field, $"line {line}: {message}"));
    }
}
