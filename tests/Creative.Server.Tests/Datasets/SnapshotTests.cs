using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Datasets;

[Collection(SharedDatasets.Name)]
public sealed class SnapshotTests(DatasetLab lab)
{
    [Fact]
    public async Task Is_the_same_dataset_for_the_same_question_and_another_for_another()
    {
        await lab.ScoredAsync("same", 24, firstPicture: 1000);

        var first = await lab.TakeAsync("same");
        var again = await lab.TakeAsync("same", request => request.Name = "by another name");
        var usable = await lab.TakeAsync("same", request => request.Query.Verdict = Verdict.Usable);

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(24, first.Items);
        Assert.Equal(20, first.Usable);
        Assert.Equal((72L, 3L), (first.Judgements, first.Raters));
        Assert.Equal(["hue", "shape"], first.Dimensions.Order());
        Assert.NotEqual(first.Id, usable.Id);
        Assert.Equal(20, usable.Items);
        Assert.StartsWith(first.Id["ds_".Length..], first.MerkleRoot, StringComparison.Ordinal);
        Assert.Equal(first, await lab.Datasets.GetDatasetAsync(new GetDatasetRequest { Id = first.Id }, lab.Key));
    }

    [Fact]
    public async Task Takes_what_came_later_as_another_dataset_and_leaves_the_first_as_it_was()
    {
        var ids = await lab.ScoredAsync("growing", 12, firstPicture: 1100);
        var before = await lab.TakeAsync("growing");
        var files = await lab.ExportAsync(before.Id, "jsonl");

        await lab.Lab.StoredAsync(lab.Key, DatasetLab.Judgement("growing", ids[0], usable: false, shape: 1));
        var after = await lab.TakeAsync("growing");

        Assert.NotEqual(before.Id, after.Id);
        Assert.Equal(files.Select(file => file.Path), (await lab.ExportAsync(before.Id, "jsonl")).Select(file => file.Path));
        Assert.All((await lab.ExportAsync(before.Id, "jsonl")).Zip(files), pair => Assert.Equal(pair.Second.Bytes, pair.First.Bytes));
    }

    [Fact]
    public async Task Keeps_a_family_in_the_split_that_it_was_assigned_to()
    {
        await lab.ScoredAsync("splits", 40, families: 20, firstPicture: 1200);
        var first = await lab.TakeAsync("splits", request => request.Query.ValidationShare = 0.5);
        var later = await lab.TakeAsync("splits");

        Assert.True(first.ItemsBySplit["validation"] > 0);
        Assert.Equal(first.ItemsBySplit, later.ItemsBySplit);
        Assert.NotEqual(first.Id, later.Id);
    }

    [Fact]
    public async Task Keeps_some_prompts_of_each_class_apart_where_items_name_no_family()
    {
        await lab.ScoredAsync("prompts", 96, families: 48, firstPicture: 8000, named: false);
        var dataset = await lab.TakeAsync("prompts", request => request.Query.HoldOutShare = 0.3);
        var rows = (await lab.ExportAsync(dataset.Id, "imagefolder")).Single(file => file.Path == "imagefolder/train/metadata.jsonl");
        var families = System.Text.Encoding.UTF8.GetString(rows.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("family").GetString()!)
            .CountBy(family => family)
            .ToArray();

        Assert.Equal(48, dataset.FamiliesBySplit.Values.Sum());
        Assert.InRange(dataset.FamiliesBySplit["hold_out"], 8, 22);
        Assert.All(["class 0", "class 1"], kind => Assert.InRange(dataset.ItemsByClass[kind], 24, 46));
        Assert.Equal(dataset.FamiliesBySplit["train"], families.Length);
        Assert.All(families, family => Assert.Equal(2, family.Value));
        Assert.All(families, family => Assert.StartsWith("gold coin ", family.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_what_each_gate_did_when_nothing_is_left()
    {
        await lab.ScoredAsync("nothing", 8, firstPicture: 1300);

        var error = await Assert.ThrowsAsync<RpcException>(async () => await lab.TakeAsync("nothing", request => request.Query.ElementClasses.Add("unicorn")));
        var small = await Assert.ThrowsAsync<RpcException>(async () => await lab.TakeAsync("nothing", request => request.Gates.MinItemsPerClass = 100));

        Assert.Equal((StatusCode.FailedPrecondition, StatusCode.FailedPrecondition), (error.StatusCode, small.StatusCode));
        Assert.Contains("matches no item", error.Status.Detail, StringComparison.Ordinal);
        var report = small.Detail<SnapshotRefusal>().Gates.Single(gate => gate.Gate == "items_per_class");
        Assert.Equal((8L, 0L), (report.ItemsBefore, report.ItemsAfter));
        Assert.Contains(report.Remarks, remark => remark.Contains("class class 0: 4 items", StringComparison.Ordinal));
        Assert.DoesNotContain((await lab.Datasets.ListDatasetsAsync(new ListDatasetsRequest { PageSize = 200 }, lab.Key)).Datasets, dataset => dataset.Name == "of nothing");
    }

    [Fact]
    public async Task Refuses_a_leak_of_the_hold_out_or_drops_it()
    {
        await lab.ScoredAsync("learnt", 16, firstPicture: 1400);
        await lab.ScoredAsync("measured", 4, firstPicture: 1412);

        var strict = await Assert.ThrowsAsync<RpcException>(async () => await lab.TakeAsync("learnt", request =>
        {
            request.Query.HoldOutProjects.Add("measured");
            request.Gates.Strict.Add("hold_out");
        }));
        var dropped = await lab.TakeAsync("learnt", request => request.Query.HoldOutProjects.Add("measured"));
        var asked = await Calls.RefusedFieldsAsync(async () => await lab.TakeAsync("learnt", request => request.Query.HoldOutProjects.Add("learnt")));

        Assert.Equal(StatusCode.FailedPrecondition, strict.StatusCode);
        Assert.Contains("leak: item", strict.Status.Detail, StringComparison.Ordinal);
        Assert.True(strict.Detail<SnapshotRefusal>().Gates.Single(gate => gate.Gate == "hold_out").Refused);
        Assert.Equal(12, dropped.Items);
        Assert.Equal(["query.projects[0]"], asked);
    }

    [Fact]
    public async Task Keeps_one_of_images_that_pass_for_one()
    {
        await lab.ScoredAsync("twins", 8, firstPicture: 1500);
        await lab.ScoredAsync("twins-again", 8, firstPicture: 1500);

        var dataset = await lab.TakeAsync("twins", request => request.Query.Projects.Add("twins-again"));

        var report = dataset.Reports.Single(gate => gate.Gate == "near_duplicates");
        Assert.Equal((16L, 8L), (report.ItemsBefore, report.ItemsAfter));
    }

    [Fact]
    public async Task Names_every_problem_of_a_query_at_once()
    {
        var fields = await Calls.RefusedFieldsAsync(async () => await lab.Datasets.TakeSnapshotAsync(
            new TakeSnapshotRequest
            {
                Query = new DatasetQuery { Projects = { "no-such-project" }, MinRaters = 99, HoldOutShare = 0.9, Scores = { new ScoreRange { Dimension = "taste", Min = 5, Max = 1 } } },
                Gates = new DatasetGates { MinGoldPassRate = 2, Strict = { "everything" } },
            },
            lab.Key));

        Assert.Equal(
            ["gates.min_gold_pass_rate", "gates.strict[0]", "name", "query.hold_out_share", "query.min_raters", "query.projects[0]", "query.scores[0].dimension", "query.scores[0].max"],
            fields.Order());
    }

    [Fact]
    public async Task Is_for_leads_only()
    {
        var designer = await lab.Lab.RaterAsync("dot");

        var none = await Assert.ThrowsAsync<RpcException>(async () => await lab.Datasets.ListDatasetsAsync(new ListDatasetsRequest()));
        var low = await Assert.ThrowsAsync<RpcException>(async () => await lab.Datasets.ListDatasetsAsync(new ListDatasetsRequest(), designer));

        Assert.Equal((StatusCode.Unauthenticated, StatusCode.PermissionDenied), (none.StatusCode, low.StatusCode));
    }
}
