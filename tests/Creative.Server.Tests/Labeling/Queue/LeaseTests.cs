using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;

namespace Creative.Server.Tests.Labeling.Queue;

[Collection(SharedLabTests.Name)]
public sealed class LeaseTests(SharedLab shared)
{
    private readonly LabServer _lab = shared.Lab;

    [Fact]
    public async Task Raters_who_ask_at_the_same_time_never_get_the_same_item()
    {
        await _lab.ProjectAsync("crowd", items: 60);
        var raters = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => _lab.RaterAsync($"crowd-{n}")));
        var leases = await Task.WhenAll(raters.Select(rater => _lab.LeaseAsync(rater, "crowd", 7)));
        var items = leases.SelectMany(lease => lease).Select(item => item.ItemId).ToArray();
        Assert.Equal(60, items.Length);
        Assert.Equal(60, items.Distinct().Count());
        Assert.Equal(60, leases.SelectMany(lease => lease).Select(item => item.LeaseId).Distinct().Count());
    }

    [Fact]
    public async Task An_item_that_wants_two_opinions_goes_to_two_raters_and_to_no_third()
    {
        await _lab.ProjectAsync("second-opinion", items: 4, with: project => project.JudgementsPerItem = 2);
        var raters = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => _lab.RaterAsync($"opinion-{n}")));
        Assert.Equal(4, (await _lab.LeaseAsync(raters[0], "second-opinion", 10)).Count);
        Assert.Equal(4, (await _lab.LeaseAsync(raters[1], "second-opinion", 10)).Count);
        Assert.Empty(await _lab.LeaseAsync(raters[2], "second-opinion", 10));
    }

    [Fact]
    public async Task A_rater_holds_at_most_100_and_is_told_so()
    {
        await _lab.ProjectAsync("held", items: 110);
        var rater = await _lab.RaterAsync("holder");
        Assert.Equal(50, (await _lab.LeaseAsync(rater, "held", 50)).Count);
        Assert.Equal(40, (await _lab.LeaseAsync(rater, "held", 40)).Count);
        var last = await _lab.Client.LeaseItemsAsync(new LeaseItemsRequest { Project = "held", Count = 20 }, rater);
        Assert.Equal((10, "held"), (last.Items.Count, last.Reason));
        Assert.Equal("held", (await _lab.Client.LeaseItemsAsync(new LeaseItemsRequest { Project = "held", Count = 1 }, rater)).Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(51)]
    public async Task A_count_out_of_range_is_refused(int count) => Assert.Equal(
        ["count"],
        await Calls.RefusedFieldsAsync(async () => await _lab.Client.LeaseItemsAsync(new LeaseItemsRequest { Project = "any", Count = count }, _lab.Admin)));

    [Fact]
    public async Task A_closed_project_gives_nothing_but_still_takes_answers()
    {
        await _lab.ProjectAsync("closing", items: 2);
        var rater = await _lab.RaterAsync("closer");
        var item = Assert.Single(await _lab.LeaseAsync(rater, "closing", 1));
        await _lab.Client.PutProjectAsync(new PutProjectRequest { Project = new Project { Id = "closing", Name = "c", ItemKind = "element", Closed = true } }, _lab.Admin);
        Assert.Equal("closed", (await _lab.Client.LeaseItemsAsync(new LeaseItemsRequest { Project = "closing", Count = 1 }, rater)).Reason);
        await _lab.StoredAsync(rater, LabServer.Score("closing", item));
    }

    [Fact]
    public async Task Examples_are_shown_with_their_answers_and_never_asked()
    {
        await _lab.ProjectAsync("taught", items: 0);
        var example = _lab.Item("taught", "gold coin");
        example.Example = new KnownAnswer
        {
            Verdict = Verdict.Unusable,
            Scores = { ["shape"] = 2 },
            Reason = new LocalText { ByLocale = { ["zh-CN"] = "变形", ["en"] = "It is bent." } },
            Marks = { new Mark { Dimension = "shape", Kind = await MarkKindAsync(), X = 0.5, Y = 0.25, Radius = 0.1 } },
        };
        var id = Assert.Single(await _lab.AddAsync(example)).ItemId;
        var rater = await _lab.RaterAsync("learner");
        Assert.Equal("empty", (await _lab.Client.LeaseItemsAsync(new LeaseItemsRequest { Project = "taught", Count = 5 }, rater)).Reason);
        var shown = Assert.Single((await _lab.Client.ListExamplesAsync(new ListExamplesRequest { Project = "taught" }, rater)).Examples);
        Assert.Equal((id, example.Example), (shown.ItemId, shown.Answer));
        Assert.Equal((24, 40), (shown.Context.Width, shown.Context.Height));
    }

    [Fact]
    public async Task What_was_judged_or_skipped_does_not_come_again_and_what_was_taken_back_does()
    {
        await _lab.ProjectAsync("again", items: 3);
        var rater = await _lab.RaterAsync("regretter");
        var items = await _lab.LeaseAsync(rater, "again", 3);
        var (judged, regretted) = (LabServer.Score("again", items[0]), LabServer.Score("again", items[1]));
        var skip = new ScoreEvent { EventId = LabServer.NewId(), Kind = EventKind.Skip, Project = "again", ItemId = items[2].ItemId, LeaseId = items[2].LeaseId };
        await _lab.StoredAsync(rater, judged, regretted, skip, LabServer.Undo(regretted));

        // The one taken back is before its rater again: it is not given twice, and a skipped one may go to others.
        Assert.Empty(await _lab.LeaseAsync(rater, "again", 3));
        var other = await _lab.RaterAsync("another");
        var others = (await _lab.LeaseAsync(other, "again", 3)).Select(item => item.ItemId).ToArray();
        Assert.Contains(items[2].ItemId, others);
        Assert.DoesNotContain(items[1].ItemId, others);
    }

    [Fact]
    public async Task Gold_is_mixed_in_unannounced_and_never_asked_by_itself()
    {
        await _lab.ProjectAsync("mixed", items: 12, with: project => project.Mix = new QueueMix { Random = 0.5, Gold = 0.5 });
        AddItemsRequest[] gold = [.. Enumerable.Range(0, 8).Select(n => _lab.Item("mixed", $"gold {n}"))];
        Array.ForEach(gold, item => item.Gold = new KnownAnswer { Verdict = Verdict.Usable });
        var known = (await _lab.AddAsync(gold)).Select(item => item.ItemId).ToHashSet();
        var rater = await _lab.RaterAsync("unaware");
        var asked = new List<LeasedItem>();
        while (await _lab.LeaseAsync(rater, "mixed", 4) is { Count: > 0 } items)
        {
            asked.AddRange(items);
            await _lab.StoredAsync(rater, [.. items.Select(item => LabServer.Score("mixed", item))]);
        }

        Assert.Equal(12, asked.Count(item => !known.Contains(item.ItemId)));
        Assert.InRange(asked.Count(item => known.Contains(item.ItemId)), 1, 8);
        Assert.Equal(asked.Count, asked.Select(item => item.ItemId).Distinct().Count());
    }

    private async Task<string> MarkKindAsync() =>
        (await _lab.Client.ListDimensionsAsync(new ListDimensionsRequest(), _lab.Admin)).Dimensions.Single(dimension => dimension.Id == "shape").MarkKinds[0].Id;
}
