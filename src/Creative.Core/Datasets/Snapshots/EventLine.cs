using System.Collections.Immutable;
using System.Text.Json;
using Creative.Core.Datasets.Material;
using Creative.Core.Labeling;

namespace Creative.Core.Datasets.Snapshots;

/// <summary>The part of <see cref="RowLine"/> that most of a line is: what raters did.</summary>
internal static class EventLine
{
    public static RatingEvent Read(ref Utf8JsonReader json)
    {
        var (id, kind, rater, supersedes, strategy, session, version) = ("", "", "", "", "", "", "");
        var (superseded, probability, shown, decided, stored) = (false, 0.0, 0L, 0L, 0L);
        bool? passed = null;
        Judgement? judgement = null;
        while (json.NextMember())
        {
            if (json.Is("id"u8)) { id = json.Text(); }
            else if (json.Is("kind"u8)) { kind = json.Text(); }
            else if (json.Is("rater"u8)) { rater = json.Text(); }
            else if (json.Is("judgement"u8)) { judgement = json.TokenType == JsonTokenType.Null ? null : Judgement(ref json); }
            else if (json.Is("superseded"u8)) { superseded = json.GetBoolean(); }
            else if (json.Is("supersedes"u8)) { supersedes = json.Text(); }
            else if (json.Is("strategy"u8)) { strategy = json.Text(); }
            else if (json.Is("probability"u8)) { probability = json.GetDouble(); }
            else if (json.Is("session"u8)) { session = json.Text(); }
            else if (json.Is("ui_version"u8)) { version = json.Text(); }
            else if (json.Is("shown_at"u8)) { shown = json.GetInt64(); }
            else if (json.Is("decided_at"u8)) { decided = json.GetInt64(); }
            else if (json.Is("stored_at"u8)) { stored = json.GetInt64(); }
            else if (json.Is("passed"u8)) { passed = json.TokenType == JsonTokenType.Null ? null : json.GetBoolean(); }
            else { json.Skip(); }
        }

        return new RatingEvent(id, kind, rater, judgement)
        {
            Superseded = superseded,
            Supersedes = supersedes,
            Strategy = strategy,
            Probability = probability,
            Session = session,
            UiVersion = version,
            ShownAt = shown,
            DecidedAt = decided,
            StoredAt = stored,
            Passed = passed,
        };
    }

    private static Judgement Judgement(ref Utf8JsonReader json)
    {
        var verdict = Verdict.Usable;
        var scores = ImmutableSortedDictionary<string, int>.Empty;
        ImmutableArray<Mark> marks = [];
        while (json.NextMember())
        {
            if (json.Is("verdict"u8)) { verdict = OneOfVerdicts(ref json); }
            else if (json.Is("scores"u8)) { scores = json.Map((ref Utf8JsonReader value) => value.GetInt32()); }
            else if (json.Is("marks"u8)) { marks = json.List(Mark); }
            else { json.Skip(); }
        }

        return new Judgement(verdict, scores, marks);
    }

    private static Verdict OneOfVerdicts(ref Utf8JsonReader json) =>
        json.ValueTextEquals("usable"u8) ? Verdict.Usable
        : json.ValueTextEquals("unusable"u8) ? Verdict.Unusable
        : json.ValueTextEquals("unsure"u8) ? Verdict.Unsure
        : throw new JsonException($"'{json.GetString()}' is no verdict.");

    private static Mark Mark(ref Utf8JsonReader json)
    {
        var (dimension, kind, x, y, radius) = ("", "", 0.0, 0.0, 0.0);
        while (json.NextMember())
        {
            if (json.Is("dimension"u8)) { dimension = json.Text(); }
            else if (json.Is("kind"u8)) { kind = json.Text(); }
            else if (json.Is("x"u8)) { x = json.GetDouble(); }
            else if (json.Is("y"u8)) { y = json.GetDouble(); }
            else if (json.Is("radius"u8)) { radius = json.GetDouble(); }
            else { json.Skip(); }
        }

        return new Mark(dimension, kind, x, y, radius);
    }
}
