using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Creative.Server.Tests.Labeling.Events;

[Collection(SharedLabTests.Name)]
public sealed class SubmitTests(SharedLab shared)
{
    private readonly LabServer _lab = shared.Lab;

    [Fact]
    public async Task The_same_event_again_changes_nothing_and_another_under_its_id_is_refused()
    {
        var (rater, items) = await GivenAsync("retries", 1);
        var score = LabServer.Score("retries", items[0]);
        await _lab.StoredAsync(rater, score);
        var again = await _lab.SubmitAsync(rater, score, score);
        Assert.Equal([SubmitState.Duplicate, SubmitState.Duplicate], again.Select(result => result.State));

        var other = score.Clone();
        other.Verdict = Verdict.Unusable;
        Assert.Equal(["event_id"], await _lab.RefusedAsync(rater, other));
        Assert.Equal(["event_id"], await _lab.RefusedAsync(await _lab.RaterAsync("thief"), score));
        var stored = Assert.Single((await _lab.HistoryAsync(items[0].ItemId)).Events);
        Assert.Equal((score, "retries", false), (stored.Event, stored.Rater, stored.Superseded));
    }

    [Fact]
    public async Task The_same_twice_in_one_call_is_stored_once()
    {
        var (rater, items) = await GivenAsync("in-one-call", 1);
        var score = LabServer.Score("in-one-call", items[0]);
        Assert.Equal([SubmitState.Stored, SubmitState.Duplicate], (await _lab.SubmitAsync(rater, score, score)).Select(result => result.State));
        Assert.Single((await _lab.HistoryAsync(items[0].ItemId)).Events);
    }

    [Fact]
    public async Task Every_problem_of_an_event_is_told_at_once_and_the_others_are_stored()
    {
        var (rater, items) = await GivenAsync("wrong", 2);
        var wrong = new ScoreEvent
        {
            EventId = "not-a-uuid",
            Kind = EventKind.Score,
            Project = "wrong",
            ItemId = items[0].ItemId,
            LeaseId = items[0].LeaseId,
            Scores = { ["shape"] = 6, ["beauty"] = 3 },
            Marks = { new Mark { Dimension = "hue", X = 1.5, Y = double.NaN, Radius = 0 } },
            Comment = new string('c', 1001),
            SessionId = new string('s', 65),
            UiVersion = "1\u0000",
            ShownAt = new Timestamp { Seconds = -62135596800 },
            Supersedes = "X",
        };
        var results = await _lab.SubmitAsync(rater, wrong, LabServer.Score("wrong", items[1]));
        Assert.Equal([SubmitState.Refused, SubmitState.Stored], results.Select(result => result.State));
        Assert.Equal(
            ["event_id", "supersedes", "verdict", "scores", "scores[shape]", "marks[0].dimension", "marks[0].x", "marks[0].y", "marks[0].radius", "comment", "session_id", "ui_version", "shown_at"],
            results[0].Problems.Select(problem => problem.Field).Order(FieldOrder));
    }

    [Fact]
    public async Task Only_a_score_carries_a_judgement()
    {
        var (rater, items) = await GivenAsync("kinds", 1);
        ScoreEvent Of(EventKind kind, Action<ScoreEvent> with)
        {
            var one = new ScoreEvent { EventId = LabServer.NewId(), Kind = kind, Project = "kinds", ItemId = items[0].ItemId, LeaseId = items[0].LeaseId };
            with(one);
            return one;
        }

        Assert.Equal(["kind"], await _lab.RefusedAsync(rater, Of(EventKind.Unspecified, _ => { })));
        Assert.Equal(["verdict", "scores"], await _lab.RefusedAsync(rater, Of(EventKind.Skip, skip => (skip.Verdict, skip.Scores["shape"]) = (Verdict.Usable, 3))));
        Assert.Equal(["supersedes"], await _lab.RefusedAsync(rater, Of(EventKind.Undo, _ => { })));
        Assert.Equal(["comment"], await _lab.RefusedAsync(rater, Of(EventKind.Flag, _ => { })));
        await _lab.StoredAsync(rater, Of(EventKind.Flag, flag => flag.Comment = "Whose logo is that?"));
        Assert.True((await _lab.HistoryAsync(items[0].ItemId)).Item.Flagged);
    }

    [Fact]
    public async Task Items_leases_and_events_of_others_are_out_of_reach()
    {
        var (mine, items) = await GivenAsync("mine", 2);
        var (theirs, foreign) = await GivenAsync("theirs", 2);
        var score = LabServer.Score("theirs", foreign[0]);
        await _lab.StoredAsync(theirs, score);

        ScoreEvent Mine(Action<ScoreEvent> with)
        {
            var one = LabServer.Score("mine", items[0]);
            with(one);
            return one;
        }

        Assert.Equal(["project"], await _lab.RefusedAsync(mine, Mine(one => one.Project = "nowhere")));
        Assert.Equal(["item_id"], await _lab.RefusedAsync(mine, Mine(one => one.ItemId = "no-such-item")));
        Assert.Equal(["item_id"], await _lab.RefusedAsync(mine, Mine(one => one.ItemId = foreign[0].ItemId)));
        Assert.Equal(["lease_id"], await _lab.RefusedAsync(mine, Mine(one => one.LeaseId = foreign[0].LeaseId)));
        Assert.Equal(["lease_id"], await _lab.RefusedAsync(mine, Mine(one => one.LeaseId = items[1].LeaseId)));
        Assert.Equal(["lease_id"], await _lab.RefusedAsync(theirs, Mine(_ => { })));
        Assert.Equal(["lease_id"], await _lab.RefusedAsync(theirs, Mine(one => one.LeaseId = "")));
        Assert.Equal(["lease_id", "supersedes"], await _lab.RefusedAsync(mine, LabServer.Undo(score)));
        await _lab.StoredAsync(mine, Mine(one => one.LeaseId = ""));
        Assert.False(Assert.Single((await _lab.HistoryAsync(foreign[0].ItemId)).Events).Superseded);
    }

    [Fact]
    public async Task An_undo_that_comes_before_its_score_is_kept_and_takes_effect()
    {
        var (rater, items) = await GivenAsync("reordered", 2);
        var (early, late) = (LabServer.Score("reordered", items[0]), LabServer.Score("reordered", items[1]));
        await _lab.StoredAsync(rater, LabServer.Undo(early), late);
        await _lab.StoredAsync(rater, early, LabServer.Undo(late));
        foreach (var item in items)
        {
            var events = (await _lab.HistoryAsync(item.ItemId)).Events;
            Assert.Equal(2, events.Count);
            Assert.True(events.Single(one => one.Event.Kind == EventKind.Score).Superseded);
        }

        Assert.Equal(0, (await _lab.Client.GetProgressAsync(new GetProgressRequest { Project = "reordered" }, rater)).Judged);
    }

    [Fact]
    public async Task A_correction_replaces_what_it_corrects_and_an_undo_is_final()
    {
        var (rater, items) = await GivenAsync("corrected", 1);
        var first = LabServer.Score("corrected", items[0]);
        var second = LabServer.Score("corrected", items[0], Verdict.Unusable, shape: 1);
        (second.Supersedes, second.LeaseId) = (first.EventId, "");
        var undo = LabServer.Undo(second);
        await _lab.StoredAsync(rater, first, second);
        Assert.Equal(1, (await _lab.HistoryAsync(items[0].ItemId)).Item.Judgements);

        await _lab.StoredAsync(rater, undo);
        var history = await _lab.HistoryAsync(items[0].ItemId);
        Assert.Equal([true, true, false], history.Events.Select(one => one.Superseded));
        Assert.Equal(history.Events[0].Probability, history.Events[1].Probability);
        Assert.Equal(0, history.Item.Judgements);
        Assert.Equal(["supersedes"], await _lab.RefusedAsync(rater, LabServer.Undo(undo)));
    }

    [Fact]
    public async Task A_comment_is_kept_as_it_was_written_whatever_it_looks_like()
    {
        var (rater, items) = await GivenAsync("comments", 1);
        var score = LabServer.Score("comments", items[0]);
        score.Comment = "<script>alert('x')</script>\n'; DROP TABLE events; -- 变形 🎉";
        await _lab.StoredAsync(rater, score);
        Assert.Equal(score.Comment, Assert.Single((await _lab.HistoryAsync(items[0].ItemId)).Events).Event.Comment);
    }

    [Fact]
    public async Task Ten_megabytes_of_comment_are_refused_and_nothing_is_lost()
    {
        var (rater, items) = await GivenAsync("flood", 2);
        var flood = LabServer.Score("flood", items[0]);
        flood.Comment = new string('x', 10 * 1024 * 1024);
        var error = await Assert.ThrowsAsync<RpcException>(() => _lab.SubmitAsync(rater, flood));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        flood.Comment = new string('x', 100_000);
        Assert.Equal(["comment"], await _lab.RefusedAsync(rater, flood));
        await _lab.StoredAsync(rater, LabServer.Score("flood", items[1]));
    }

    [Fact]
    public async Task A_batch_has_1_to_200_events()
    {
        var (rater, items) = await GivenAsync("batches", 1);
        Assert.Equal(["events"], await Calls.RefusedFieldsAsync(() => _lab.SubmitAsync(rater)));
        var many = Enumerable.Range(0, 201).Select(_ => LabServer.Score("batches", items[0])).ToArray();
        Assert.Equal(["events"], await Calls.RefusedFieldsAsync(() => _lab.SubmitAsync(rater, many)));
        await _lab.StoredAsync(rater, many[..200]);
    }

    [Fact]
    public async Task A_rater_sees_their_own_events_newest_first_page_by_page_and_not_why_they_were_asked()
    {
        var (rater, items) = await GivenAsync("own", 5);
        var scores = items.Select(item => LabServer.Score("own", item)).ToArray();
        await _lab.StoredAsync(rater, scores);
        var seen = new List<StoredEvent>();
        var request = new ListOwnEventsRequest { Project = "own", PageSize = 2 };
        do
        {
            var page = await _lab.Client.ListOwnEventsAsync(request, rater);
            seen.AddRange(page.Events);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(scores.Reverse().Select(score => score.EventId), seen.Select(one => one.Event.EventId));
        Assert.All(seen, one => Assert.Equal(("", 0.0), (one.Strategy, one.Probability)));
        Assert.All((await _lab.HistoryAsync(items[0].ItemId)).Events, one => Assert.True(one.Strategy.Length > 0 && one.Probability is > 0 and <= 1));
        var other = await _lab.RaterAsync("curious");
        Assert.Empty((await _lab.Client.ListOwnEventsAsync(new ListOwnEventsRequest { Project = "own" }, other)).Events);
    }

    private static Comparer<string> FieldOrder { get; } = Comparer<string>.Create((a, b) => Place(a).CompareTo(Place(b)));

    // By field and, within one, as they came: the order of a map's entries is nobody's promise.
    private static int Place(string field) => Array.FindIndex(
        ["event_id", "supersedes", "verdict", "scores", "scores[", "marks[0].d", "marks[0].x", "marks[0].y", "marks[0].r", "comment", "session_id", "ui_version", "shown_at"],
        start => start == field || ((start.EndsWith('[') || start.Contains("].", StringComparison.Ordinal)) && field.StartsWith(start, StringComparison.Ordinal)));

    private async Task<(Metadata Rater, IReadOnlyList<LeasedItem> Items)> GivenAsync(string project, int items)
    {
        await _lab.ProjectAsync(project, items);
        var rater = await _lab.RaterAsync(project);
        return (rater, await _lab.LeaseAsync(rater, project, Math.Max(1, items)));
    }
}
