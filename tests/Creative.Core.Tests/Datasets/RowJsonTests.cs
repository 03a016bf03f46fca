using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Snapshots;
using Creative.Core.Labeling;
using Xunit;

namespace Creative.Core.Tests.Datasets;

public sealed class RowJsonTests
{
    /// <summary>Nothing in it is what a member has that was left out.</summary>
    private static readonly DatasetRow Full = new(
        new RatedItem(
            "item \"1\"", "project", new string('a', 64), 728, 90, new ImageSource("金币\n\\", ulong.MaxValue, "model", "2.0.0", "coin", "gold coin", "asset"), Gold: true,
            [
                new RatingEvent("e1", "score", "r-1", new Judgement(Verdict.Unsure, Scores(("hue", 4), ("shape", -5)), [new Mark("shape", "crack", 0.1, 1 / 3.0, 1e-7), new Mark("hue", "dull", 1, 0.25, 0.5)]))
                {
                    Superseded = true, Supersedes = "e0", Strategy = "coverage", Probability = 0.1, Session = "s", UiVersion = "3", ShownAt = 1L << 40, DecidedAt = 2, StoredAt = 3, Passed = true,
                },
                new RatingEvent("e2", "score", "r-2", new Judgement(Verdict.Unusable, Scores(("hue", 1)), [new Mark("hue", "dull", 0.5, 0.5, 0.5)]))
                {
                    Superseded = true, Supersedes = "e1", Strategy = "coverage", Probability = double.Epsilon, Session = "s", UiVersion = "3", ShownAt = 1, DecidedAt = -2, StoredAt = 3, Passed = true,
                },
            ]),
        "train", 0.1 + 0.2, ImmutableSortedDictionary<string, CorrectedScore>.Empty.Add("hue", new CorrectedScore(3.7, 0.4, 2)).Add("shape", new CorrectedScore(-1e300, 1, 1)), 2);

    [Fact]
    public void Reads_every_member_that_it_writes()
    {
        var line = RowJson.Write(Full);

        Assert.Equal(Encoding.UTF8.GetString(line), Encoding.UTF8.GetString(RowJson.Write(RowJson.Read(line))));
        using var json = JsonDocument.Parse(line);
        Assert.Empty(Defaults(json.RootElement, "row"));
    }

    [Theory]
    [InlineData(Verdict.Usable)]
    [InlineData(Verdict.Unusable)]
    [InlineData(Verdict.Unsure)]
    public void Reads_each_verdict(Verdict verdict) =>
        Assert.Equal(verdict, RowJson.Read(RowJson.Write(With(new RatingEvent("e", "score", "r", Judgement.Of(verdict))))).Item.Events[0].Judgement!.Verdict);

    [Fact]
    public void Reads_what_is_empty_or_null()
    {
        var line = RowJson.Write(With(new RatingEvent("e", "skip", "", Judgement: null)) with { Scores = ImmutableSortedDictionary<string, CorrectedScore>.Empty });

        var read = RowJson.Read(line);

        Assert.Equal((null, null, ""), (read.Item.Events[0].Judgement, read.Item.Events[0].Passed, read.Item.Events[0].Rater));
        Assert.Equal(line, RowJson.Write(read));
        Assert.Equal(RowJson.Write(With()), RowJson.Write(RowJson.Read(RowJson.Write(With()))));
    }

    [Fact]
    public void Passes_over_members_of_a_newer_program()
    {
        var line = Encoding.UTF8.GetString(RowJson.Write(Full));

        var newer = line.Replace("\"id\":", "\"new\":{\"id\":[1,{\"item\":2}]},\"id\":", StringComparison.Ordinal).Replace("{\"item\":{", "{\"other\":[{}],\"item\":{", StringComparison.Ordinal);

        Assert.NotEqual(line, newer);
        Assert.Equal(line, Encoding.UTF8.GetString(RowJson.Write(RowJson.Read(Encoding.UTF8.GetBytes(newer)))));
        Assert.Equal(new RowKey(Full.Item.Id, Full.Item.Source.Family), RowJson.ReadKey(Encoding.UTF8.GetBytes(newer)));
    }

    [Fact]
    public void Reads_the_record_without_its_events()
    {
        var record = RowJson.ReadRecord(RowJson.Write(Full));

        Assert.True(record.Item.Events.IsDefault);
        Assert.Equal(RowJson.Write(Full with { Item = Full.Item with { Events = [] } }), RowJson.Write(record with { Item = record.Item with { Events = [] } }));
    }

    [Fact]
    public void Writes_nothing_that_follows_from_the_rest()
    {
        using var json = JsonDocument.Parse(RowJson.Write(Full));
        var item = json.RootElement.GetProperty("item");

        Assert.False(item.TryGetProperty("judgements", out _));
        Assert.All(item.GetProperty("events").EnumerateArray(), one => Assert.False(one.TryGetProperty("scores", out _) || one.TryGetProperty("counts", out _)));
    }

    [Fact]
    public void Reads_the_key_alone() => Assert.Equal(new RowKey("item \"1\"", "gold coin"), RowJson.ReadKey(RowJson.Write(Full)));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"item\":{}}")]
    [InlineData("{\"item\":{\"id\":\"a\"}}")]
    [InlineData("{\"item\":{\"id\":\"a\",\"source\":{\"family\":")]
    public void Refuses_what_is_no_row(string line)
    {
        Assert.ThrowsAny<JsonException>(() => RowJson.Read(Encoding.UTF8.GetBytes(line)));
        Assert.ThrowsAny<JsonException>(() => RowJson.ReadKey(Encoding.UTF8.GetBytes(line)));
    }

    private static DatasetRow With(params ImmutableArray<RatingEvent> events) => Full with { Item = Full.Item with { Events = events } };

    private static ImmutableSortedDictionary<string, int> Scores(params (string Dimension, int Value)[] scores) =>
        scores.ToImmutableSortedDictionary(score => score.Dimension, score => score.Value);

    /// <summary>Members that say as much as if they were missing: whoever adds one to a row has to set it above.</summary>
    private static IEnumerable<string> Defaults(JsonElement value, string path) => value.ValueKind switch
    {
        // Those of the events that count: written, and not read.
        _ when path == "row.item.judgements" => [],
        JsonValueKind.Object when value.EnumerateObject().Any() => value.EnumerateObject().SelectMany(member => Defaults(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array when value.GetArrayLength() > 0 => value.EnumerateArray().SelectMany((one, i) => Defaults(one, $"{path}[{i}]")),
        JsonValueKind.String when value.GetString()!.Length > 0 => [],
        JsonValueKind.Number when value.GetDouble() != 0 => [],
        JsonValueKind.True => [],
        _ => [path],
    };
}
