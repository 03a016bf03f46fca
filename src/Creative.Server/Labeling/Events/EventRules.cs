using Creative.Contract.V1;
using Creative.Core.Labeling;
using Creative.Server.Labeling.Mapping;
using Google.Protobuf.WellKnownTypes;

namespace Creative.Server.Labeling.Events;

/// <summary>What an event has to keep whatever else there is.</summary>
internal static class EventRules
{
    public const int LongestComment = 1000;

    private const int LongestSession = 64;
    private const int LongestVersion = 40;

    // Clocks of browsers may be wrong, but not by decades.
    private static readonly DateTime Earliest = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Everything that is wrong with it, each naming its field.</summary>
    /// <param name="content">As it came.</param>
    /// <param name="dimensions">Those of the project.</param>
    public static IEnumerable<FieldProblem> Problems(ScoreEvent content, IReadOnlyCollection<Core.Labeling.Dimension> dimensions) =>
    [
        .. IsUuid(content.EventId) ? [] : Problem("event_id", "is a UUID in lower case with hyphens"),
        .. content.Supersedes.Length == 0 || IsUuid(content.Supersedes) ? [] : Problem("supersedes", "is a UUID in lower case with hyphens"),
        .. content.Supersedes.Length > 0 && content.Supersedes == content.EventId ? Problem("supersedes", "is the event itself") : [],
        .. OfKind(content, dimensions),
        .. Text("comment", content.Comment, LongestComment, multiline: true),
        .. Text("session_id", content.SessionId, LongestSession, multiline: false),
        .. Text("ui_version", content.UiVersion, LongestVersion, multiline: false),
        .. Time("shown_at", content.ShownAt),
        .. Time("decided_at", content.DecidedAt),
    ];

    private static bool IsUuid(string text) => Guid.TryParseExact(text, "D", out var id) && id.ToString("D") == text;

    private static IEnumerable<FieldProblem> OfKind(ScoreEvent content, IReadOnlyCollection<Core.Labeling.Dimension> dimensions) => content.Kind switch
    {
        EventKind.Score => JudgementRules.Check(LabelMapping.ToJudgement(content), dimensions),
        EventKind.Undo =>
        [
            .. content.Supersedes.Length > 0 ? [] : Problem("supersedes", "is required: the event that is taken back"),
            .. WithoutJudgement(content),
        ],
        EventKind.Skip => [.. WithoutSupersedes(content), .. WithoutJudgement(content)],
        EventKind.Flag =>
        [
            .. content.Comment.Length > 0 ? [] : Problem("comment", "is required: what a lead should look at"),
            .. WithoutSupersedes(content),
            .. WithoutJudgement(content),
        ],
        _ => Problem("kind", "is score, undo, skip or flag"),
    };

    private static FieldProblem[] WithoutSupersedes(ScoreEvent content) =>
        content.Supersedes.Length == 0 ? [] : Problem("supersedes", "only belongs to a score or an undo");

    private static IEnumerable<FieldProblem> WithoutJudgement(ScoreEvent content) =>
    [
        .. content.Verdict == Contract.V1.Verdict.Unspecified ? [] : Problem("verdict", "only belongs to a score"),
        .. content.Scores.Count == 0 ? [] : Problem("scores", "only belong to a score"),
        .. content.Marks.Count == 0 ? [] : Problem("marks", "only belong to a score"),
    ];

    private static IEnumerable<FieldProblem> Text(string field, string text, int longest, bool multiline)
    {
        // By rune, so that a character outside the basic plane counts once; what is far too long is not worth counting.
        if (text.Length > 2 * longest || text.EnumerateRunes().Count() > longest)
        {
            yield return new FieldProblem(field, $"is longer than {longest} characters");
        }
        else if (text.Any(character => char.IsControl(character) && !(multiline && character == '\n')))
        {
            yield return new FieldProblem(field, "has a control character");
        }
    }

    private static FieldProblem[] Time(string field, Timestamp? time) =>
        time is null || (time.Nanos is >= 0 and < 1_000_000_000 && time.Seconds >= Seconds(Earliest) && time.Seconds < Seconds(Latest))
            ? []
            : Problem(field, $"is between {Earliest.Year} and {Latest.Year}");

    private static long Seconds(DateTime time) => (long)(time - DateTime.UnixEpoch).TotalSeconds;

    private static FieldProblem[] Problem(string field, string message) => [new(field, message)];
}
