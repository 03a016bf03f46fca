using System.Collections.Immutable;
using System.Text.Json;

namespace Creative.Core.Datasets.Snapshots;

/// <summary>Reads a value; the reader stands on its first token before, and on its last one after.</summary>
internal delegate T ValueReader<out T>(ref Utf8JsonReader json);

/// <summary>Goes through JSON objects without making strings of the names of their members.</summary>
internal static class JsonMembers
{
    /// <summary>To the name of the next member; false at the end of the object.</summary>
    public static bool NextMember(this ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the member has this name; then the reader is on its value.</summary>
    public static bool Is(this ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueTextEquals(name) && json.Read();

    public static string Text(this ref Utf8JsonReader json) => json.GetString() ?? throw new JsonException("A text is null.");

    public static ImmutableSortedDictionary<string, T> Map<T>(this ref Utf8JsonReader json, ValueReader<T> read)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, T>();
        while (json.NextMember())
        {
            var name = json.Text();
            json.Read();
            all.Add(name, read(ref json));
        }

        return all.ToImmutable();
    }

    public static ImmutableArray<T> List<T>(this ref Utf8JsonReader json, ValueReader<T> read)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            all.Add(read(ref json));
        }

        return all.DrainToImmutable();
    }
}
