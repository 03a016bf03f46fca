using Creative.Contract.V1;

namespace Creative.Server.Tests.Labeling.Figures;

[Collection(SharedLabTests.Name)]
public sealed class DashboardTests(SharedLab shared)
{
    private readonly LabServer _lab = shared.Lab;

    [Fact]
    public async Task Nothing_judged_is_shown_as_undefined_and_not_as_zero()
    {
        await _lab.ProjectAsync("untouched", items: 2);
        var dashboard = await _lab.Client.GetDashboardAsync(new GetDashboardRequest { Project = "untouched" }, _lab.Admin);
        Assert.False(dashboard.VerdictAgreement.HasValue || dashboard.VerdictAgreement.HasLow);
        Assert.Empty(dashboard.Dimensions);
        Assert.Empty(dashboard.Raters);
        Assert.Empty(dashboard.UsableRates);
        Assert.Equal((0, 30, false), (dashboard.RaterGroups, dashboard.Days.Count, dashboard.Stopping.Stop));
        Assert.Equal([("informative", 0.6), ("random", 0.2), ("gold", 0.07), ("repeat", 0.05), ("relabel", 0.08)], dashboard.Queue.Select(one => (one.Strategy, one.Share)));
    }

    [Fact]
    public async Task A_dimension_that_is_taken_from_a_project_or_given_back_changes_its_figures_at_once()
    {
        const string Project = "fewer-dimensions";
        var ids = await _lab.ProjectAsync(Project, items: 4, with: project => project.Dimensions.Add(["shape", "hue"]));
        await _lab.StoredAsync(_lab.Admin, [.. ids.Select(id => Judged(LabServer.Score(Project, new LeasedItem { ItemId = id })))]);
        Assert.Equal(["shape", "hue"], await DimensionsAsync());

        await PutAsync("shape");
        var without = await DimensionsAsync();
        await PutAsync("hue", "shape");

        Assert.Equal(["shape"], without);
        Assert.Equal(["hue", "shape"], await DimensionsAsync());

        static ScoreEvent Judged(ScoreEvent score)
        {
            score.Scores["hue"] = 3;
            return score;
        }

        async Task PutAsync(params string[] dimensions) => await _lab.Client.PutProjectAsync(
            new PutProjectRequest { Project = new Project { Id = Project, Name = Project, ItemKind = "element", Dimensions = { dimensions } } }, _lab.Admin);

        async Task<string[]> DimensionsAsync() =>
            [.. (await _lab.Client.GetDashboardAsync(new GetDashboardRequest { Project = Project }, _lab.Admin)).Dimensions.Select(dimension => dimension.Dimension)];
    }

    [Fact]
    public async Task Tells_agreement_bias_usable_rates_and_gold()
    {
        const string Project = "figures";
        var ids = await _lab.ProjectAsync(Project, items: 12, with: project => project.JudgementsPerItem = 3);
        var gold = _lab.Item(Project, "gold coin g");
        gold.Gold = new KnownAnswer { Verdict = Verdict.Unusable, Scores = { ["shape"] = 2 }, Tolerance = 1 };
        var goldId = Assert.Single(await _lab.AddAsync(gold)).ItemId;

        // Leads judge what they like, so that it is known who judged what: the second is one point more generous.
        var raters = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => _lab.RaterAsync($"figures-{n}", RaterRole.Lead)));
        for (var rater = 0; rater < raters.Length; rater++)
        {
            var generous = rater == 1 ? 1 : 0;
            await _lab.StoredAsync(
                raters[rater],
                [
                    .. ids.Select((id, n) => Score(id, n % 4 == 0 ? Verdict.Unusable : Verdict.Usable, 1 + (n % 4) + generous)),
                    Score(goldId, rater == 2 ? Verdict.Usable : Verdict.Unusable, 2 + generous),
                ]);
        }

        var dashboard = await _lab.DashboardAsync(Project, one => one.Raters.Sum(rater => rater.Judged) == 39);
        var shape = Assert.Single(dashboard.Dimensions);
        Assert.Equal(("shape", 39L), (shape.Dimension, shape.Histogram.Sum()));
        Assert.InRange(shape.Agreement.Value, 0.6, 1);
        Assert.InRange(shape.Agreement.Value, shape.Agreement.Low, shape.Agreement.High);
        Assert.Equal(13, shape.Agreement.Count);
        Assert.InRange(dashboard.VerdictAgreement.Value, 0.8, 0.99);
        Assert.Equal(1, dashboard.RaterGroups);

        var bias = dashboard.Raters.ToDictionary(rater => rater.Rater, rater => rater.Bias["shape"]);
        Assert.InRange(bias["figures-1"] - bias["figures-0"], 0.7, 1.1);
        Assert.Equal([1.0, 1.0, 0.0], dashboard.Raters.Select(rater => rater.GoldPassRate.Value));
        Assert.Equal(1, dashboard.Raters[0].GoldPassRate.Count);
        Assert.False(dashboard.Raters[0].RepeatAgreement.HasValue);
        Assert.Equal(39, dashboard.Days[^1].Judged + dashboard.Days[^2].Judged);
        Assert.Equal(39, dashboard.Queue.Single(one => one.Strategy.Length == 0).Judged);

        // Nothing here came by lot.
        Assert.Empty(dashboard.UsableRates);
        var item = (await _lab.HistoryAsync(ids[1])).Item;
        Assert.True(item.HasUsable && item.Usable > 0.8, $"{item}");
        Assert.InRange(Assert.Single(item.Corrected).Value, 2, 2.6);

        ScoreEvent Score(string id, Verdict verdict, int points) => LabServer.Score(Project, new LeasedItem { ItemId = id }, verdict, points);
    }

    [Fact]
    public async Task The_usable_rate_rests_on_what_came_by_lot()
    {
        const string Project = "by-lot";
        await _lab.ProjectAsync(Project, items: 20, with: project => project.Mix = new QueueMix { Random = 1 });
        var rater = await _lab.RaterAsync("lots");
        var items = await _lab.LeaseAsync(rater, Project, 20);
        await _lab.StoredAsync(rater, [.. items.Select((item, n) => LabServer.Score(Project, item, n < 5 ? Verdict.Unusable : n < 6 ? Verdict.Unsure : Verdict.Usable))]);
        var dashboard = await _lab.DashboardAsync(Project, one => one.UsableRates.Count > 0 && one.UsableRates[0].Rate.Count == 20);
        Assert.Equal(4, dashboard.UsableRates.Count);
        Assert.All(dashboard.UsableRates, rate => Assert.Equal(("2.0.0", 0.7), (rate.ModelVersion, rate.Rate.Value)));
        Assert.Equal(["", "", "gold coin", "gold coin"], dashboard.UsableRates.Select(rate => rate.ElementClass));
        Assert.Equal(20, dashboard.Queue.Single(one => one.Strategy == "random").Judged);
    }

    [Fact]
    public async Task Items_are_found_by_what_is_said_of_them()
    {
        const string Project = "found";
        var ids = await _lab.ProjectAsync(Project, items: 4);
        var flag = new ScoreEvent { EventId = LabServer.NewId(), Kind = EventKind.Flag, Project = Project, ItemId = ids[2], Comment = "look" };
        await _lab.StoredAsync(_lab.Admin, LabServer.Score(Project, new LeasedItem { ItemId = ids[1] }, Verdict.Unusable), flag);
        async Task<string[]> FindAsync(ListItemsRequest request)
        {
            request.Project = Project;
            return [.. (await _lab.Client.ListItemsAsync(request, _lab.Admin)).Items.Select(item => item.Id)];
        }

        Assert.Equal(ids.Reverse(), await FindAsync(new ListItemsRequest()));
        Assert.Equal([ids[1]], await FindAsync(new ListItemsRequest { Verdict = Verdict.Unusable }));
        Assert.Equal([ids[2]], await FindAsync(new ListItemsRequest { Flagged = true }));
        Assert.Equal([ids[3]], await FindAsync(new ListItemsRequest { Prompt = "COIN 3" }));
        Assert.Empty(await FindAsync(new ListItemsRequest { ElementClass = "piggy bank" }));
        var first = await _lab.Client.ListItemsAsync(new ListItemsRequest { Project = Project, PageSize = 3 }, _lab.Admin);
        Assert.Equal([ids[0]], await FindAsync(new ListItemsRequest { PageSize = 3, PageToken = first.NextPageToken }));
    }
}
