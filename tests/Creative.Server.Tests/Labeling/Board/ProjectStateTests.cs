using Creative.Contract.V1;
using Creative.Core.Numerics;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Storage;
using Google.Protobuf;

namespace Creative.Server.Tests.Labeling.Board;

public sealed class ProjectStateTests
{
    [Fact]
    public void The_order_in_which_events_arrive_makes_no_difference()
    {
        ScoreEvent[] events =
        [
            Event(1, EventKind.Score, "a", verdict: Verdict.Usable),
            Event(2, EventKind.Score, "a", verdict: Verdict.Unusable, supersedes: 1),
            Event(3, EventKind.Score, "b", verdict: Verdict.Usable),
            Event(4, EventKind.Undo, "b", supersedes: 3),
            Event(5, EventKind.Skip, "b"),
            Event(6, EventKind.Flag, "a"),
            Event(7, EventKind.Undo, "a", supersedes: 6),
            Event(8, EventKind.Score, "b", verdict: Verdict.Unsure),
        ];
        var expected = Standing(events);
        Assert.Equal(["a unusable 2", "b skipped 5", "b unsure 8"], expected);
        var random = new SeededRandom(18);
        for (var trial = 0; trial < 200; trial++)
        {
            Assert.Equal(expected, Standing([.. events.OrderBy(_ => random.NextUInt64())]));
        }
    }

    [Fact]
    public void Nobody_takes_back_what_another_said()
    {
        var score = Event(1, EventKind.Score, "a", verdict: Verdict.Usable);
        var undo = Event(2, EventKind.Undo, "a", supersedes: 1);
        Assert.Equal(["a usable 1"], Standing([undo, score], raterOf: one => one.Kind == EventKind.Undo ? "other" : "rater"));
        Assert.Equal(["a usable 1"], Standing([score, undo], raterOf: one => one.Kind == EventKind.Undo ? "other" : "rater"));
    }

    [Fact]
    public void The_same_event_twice_counts_once()
    {
        var score = Event(1, EventKind.Score, "a", verdict: Verdict.Usable);
        Assert.Equal(["a usable 1"], Standing([score, score]));
    }

    private static IReadOnlyList<string> Standing(IReadOnlyList<ScoreEvent> events, Func<ScoreEvent, string>? raterOf = null)
    {
        var state = new ProjectState(new Project { Id = "p", ItemKind = "element" });
        state.Add(new BoardItem(Item("a", 1)));
        state.Add(new BoardItem(Item("b", 2)));
        foreach (var (place, content) in events.Index())
        {
            state.Apply(Row(place + 1, content, raterOf?.Invoke(content) ?? "rater"), content);
        }

        return
        [
            .. state.Items.SelectMany(item => (IEnumerable<string>)
            [
                .. item.Scores.Values.Select(score => $"{item.Id} {score.Given.Verdict.ToString().ToLowerInvariant()} {Number(events, score.Ordinal)}"),
                .. item.Skips.Keys.Select(skip => $"{item.Id} skipped {Number(events, skip)}"),
                .. item.Flags.Select(flag => $"{item.Id} flagged {Number(events, flag)}"),
            ]).Order(StringComparer.Ordinal),
        ];
    }

    // The number in an event's id, from its place in the chain.
    private static int Number(IReadOnlyList<ScoreEvent> events, long ordinal) => int.Parse(events[(int)ordinal - 1].EventId[^2..], System.Globalization.CultureInfo.InvariantCulture);

    private static ScoreEvent Event(int number, EventKind kind, string item, Verdict verdict = Verdict.Unspecified, int? supersedes = null) => new()
    {
        EventId = IdOf(number),
        Kind = kind,
        ItemId = item,
        Project = "p",
        Verdict = verdict,
        Supersedes = supersedes is { } other ? IdOf(other) : "",
    };

    private static string IdOf(int number) => $"00000000-0000-4000-8000-{number:000000000000}";

    private static EventRow Row(long ordinal, ScoreEvent content, string rater) => new()
    {
        Ordinal = ordinal,
        EventId = content.EventId,
        Project = content.Project,
        ItemId = content.ItemId,
        Rater = rater,
        Strategy = "random",
        Probability = 0.5,
        StoredAt = ordinal,
        Content = content.ToByteArray(),
        PreviousHash = [],
    };

    private static ItemRow Item(string id, long ordinal) => new()
    {
        Ordinal = ordinal,
        Id = id,
        Project = "p",
        Sha256 = "",
        Width = 24,
        Height = 40,
        Use = ItemUse.Work,
        Origin = new ItemOrigin().ToByteArray(),
        CreatedAt = 0,
    };
}
