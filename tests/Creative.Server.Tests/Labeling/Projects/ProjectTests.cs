using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Labeling.Projects;

[Collection(SharedLabTests.Name)]
public sealed class ProjectTests(SharedLab shared)
{
    private readonly LabServer _lab = shared.Lab;

    [Fact]
    public async Task Every_problem_of_a_project_is_told_at_once()
    {
        var wrong = new Project
        {
            Id = "Bad Id",
            ItemKind = "element",
            Dimensions = { "shape", "beauty", "shape" },
            LeaseSeconds = 5,
            JudgementsPerItem = 29,
            DesignerHourCost = -1,
            Currency = "yuan",
            Mix = new QueueMix { Informative = 1.2, Random = 0.01 },
        };
        Assert.Equal(
            ["project.id", "project.name", "project.dimensions[1]", "project.dimensions[2]", "project.lease_seconds", "project.judgements_per_item", "project.designer_hour_cost", "project.currency", "project.mix.informative", "project.mix.random", "project.mix"],
            await RefusedAsync(wrong));
        Assert.Equal(["project.currency"], await RefusedAsync(new Project { Id = "currencyless", Name = "c", ItemKind = "element", DesignerHourCost = 80 }));
        Assert.Equal(["project.item_kind"], await RefusedAsync(new Project { Id = "kindless", Name = "k", ItemKind = "sound" }));
    }

    [Fact]
    public async Task What_is_collected_is_of_the_projects_kind_and_named()
    {
        var elements = new Project { Id = "wanting", Name = "w", ItemKind = "element", Collection = new Collection { ElementClasses = { "coin", "" }, Placements = { "banner" } } };
        var assets = new Project { Id = "wanting", Name = "w", ItemKind = "asset", Collection = new Collection { ElementClasses = { "coin" }, Placements = { Enumerable.Repeat("banner", 201) } } };

        Assert.Equal(["project.collection.element_classes[1]", "project.collection.placements"], await RefusedAsync(elements));
        Assert.Equal(["project.collection.element_classes", "project.collection.placements"], await RefusedAsync(assets));
    }

    [Fact]
    public async Task Not_a_number_is_no_share()
    {
        var wrong = new Project { Id = "nan", Name = "n", ItemKind = "element", Mix = new QueueMix { Informative = double.NaN, Random = 0.5 } };
        Assert.Equal(["project.mix.informative", "project.mix"], await RefusedAsync(wrong));
    }

    [Fact]
    public async Task Counts_its_items_and_keeps_its_making_when_it_changes()
    {
        await _lab.ProjectAsync("changing", items: 3);
        var before = (await _lab.Client.ListProjectsAsync(new ListProjectsRequest(), _lab.Admin)).Projects.Single(project => project.Id == "changing");
        Assert.Equal((3, 0), (before.Items, before.Done));

        var changed = await _lab.Client.PutProjectAsync(new PutProjectRequest { Project = new Project { Id = "changing", Name = "New name", ItemKind = "element", Items = 99 } }, _lab.Admin);
        Assert.Equal(("New name", 3L, before.CreateTime), (changed.Name, changed.Items, changed.CreateTime));
        Assert.Equal(["project.currency"], await RefusedAsync(new Project { Id = "currencyless", Name = "c", ItemKind = "element", DesignerHourCost = 80 }));
        Assert.Equal(["project.item_kind"], await RefusedAsync(new Project { Id = "changing", Name = "n", ItemKind = "asset" }));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _lab.LeaseAsync(_lab.Admin, "nowhere", 1));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    private Task<string[]> RefusedAsync(Project project) =>
        Calls.RefusedFieldsAsync(async () => await _lab.Client.PutProjectAsync(new PutProjectRequest { Project = project }, _lab.Admin));
}
