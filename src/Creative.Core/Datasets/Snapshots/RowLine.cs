using System.Collections.Immutable;
using System.Text.Json;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Snapshots;

/// <summary>
/// Reads the lines that <see cref="RowJson"/> writes, member by member: the serializer takes three times as long for records that are made
/// by their constructors, and an export reads every row. What it does not know is passed over; what is missing has its default.
/// </summary>
internal static class RowLine
{
    /// <exception cref="JsonException">It is no JSON, or holds no item.</exception>
    /// <exception cref="InvalidOperationException">A member is of another type.</exception>
    public static DatasetRow Read(ReadOnlySpan<byte> line, bool withEvents)
    {
        var json = new Utf8JsonReader(line);
        json.Read();
        RatedItem? item = null;
        var (split, chance, raters) = ("", 0.0, 0);
        var scores = ImmutableSortedDictionary<string, CorrectedScore>.Empty;
        while (json.NextMember())
        {
            if (json.Is("item"u8)) { item = Item(ref json, withEvents); }
            else if (json.Is("split"u8)) { split = json.Text(); }
            else if (json.Is("usable_chance"u8)) { chance = json.GetDouble(); }
            else if (json.Is("scores"u8)) { scores = json.Map(Score); }
            else if (json.Is("raters"u8)) { raters = json.GetInt32(); }
            else { json.Skip(); }
        }

        return new DatasetRow(item ?? throw new JsonException("There is no item."), split, chance, scores, raters);
    }

    /// <summary>What names the row; the rest, which is most of it, is passed over.</summary>
    /// <exception cref="JsonException">It is no JSON, or does not say.</exception>
    public static RowKey ReadKey(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        json.Read();
        while (json.NextMember())
        {
            if (json.Is("item"u8)) { return Key(ref json); }
            json.Skip();
        }

        throw new JsonException("There is no item.");
    }

    private static RowKey Key(ref Utf8JsonReader json)
    {
        string? id = null;
        while (json.NextMember())
        {
            if (json.Is("id"u8)) { id = json.Text(); }
            else if (json.Is("source"u8) && id is not null) { return new RowKey(id, Source(ref json).Family); }
            else { json.Skip(); }
        }

        throw new JsonException("There is no id with a source behind it.");
    }

    private static RatedItem Item(ref Utf8JsonReader json, bool withEvents)
    {
        var (id, project, sha256, width, height, gold) = ("", "", "", 0, 0, false);
        ImageSource? source = null;
        ImmutableArray<RatingEvent> events = withEvents ? [] : default;
        while (json.NextMember())
        {
            if (json.Is("id"u8)) { id = json.Text(); }
            else if (json.Is("project"u8)) { project = json.Text(); }
            else if (json.Is("sha256"u8)) { sha256 = json.Text(); }
            else if (json.Is("width"u8)) { width = json.GetInt32(); }
            else if (json.Is("height"u8)) { height = json.GetInt32(); }
            else if (json.Is("source"u8)) { source = Source(ref json); }
            else if (json.Is("gold"u8)) { gold = json.GetBoolean(); }
            else if (withEvents && json.Is("events"u8)) { events = json.List(EventLine.Read); }
            else { json.Skip(); }
        }

        return new RatedItem(id, project, sha256, width, height, source ?? throw new JsonException("There is no source."), gold, events);
    }

    private static ImageSource Source(ref Utf8JsonReader json)
    {
        var (prompt, seed, model, version, elementClass, family, asset) = ("", 0UL, "", "", "", "", "");
        while (json.NextMember())
        {
            if (json.Is("prompt"u8)) { prompt = json.Text(); }
            else if (json.Is("seed"u8)) { seed = json.GetUInt64(); }
            else if (json.Is("model_id"u8)) { model = json.Text(); }
            else if (json.Is("model_version"u8)) { version = json.Text(); }
            else if (json.Is("element_class"u8)) { elementClass = json.Text(); }
            else if (json.Is("family"u8)) { family = json.Text(); }
            else if (json.Is("asset_id"u8)) { asset = json.Text(); }
            else { json.Skip(); }
        }

        return new ImageSource(prompt, seed, model, version, elementClass, family, asset);
    }

    private static CorrectedScore Score(ref Utf8JsonReader json)
    {
        var (value, error, count) = (0.0, 0.0, 0);
        while (json.NextMember())
        {
            if (json.Is("value"u8)) { value = json.GetDouble(); }
            else if (json.Is("error"u8)) { error = json.GetDouble(); }
            else if (json.Is("count"u8)) { count = json.GetInt32(); }
            else { json.Skip(); }
        }

        return new CorrectedScore(value, error, count);
    }
}
