using Creative.Contract.V1;
using Creative.Server.Tests.Models;

namespace Creative.Server.Tests.Labeling.Items;

/// <summary>What renders deliver comes before designers, as far as projects ask for it.</summary>
public sealed class RenderCollectorTests : IAsyncLifetime
{
    private ModelLab? _models;
    private LabServer? _lab;

    private ModelLab Models => _models!;

    private LabServer Lab => _lab!;

    public async Task InitializeAsync()
    {
        _models = await ModelLab.StartAsync();
        _lab = LabServer.Of(_models.Server);
    }

    public async Task DisposeAsync() => await Models.DisposeAsync();

    [Fact]
    public async Task A_project_takes_the_elements_of_its_classes_and_a_closed_one_nothing()
    {
        await PutAsync("everything", "element", new Collection { FromRenders = true });
        await PutAsync("unicorns", "element", new Collection { FromRenders = true, ElementClasses = { "unicorn" } });
        await PutAsync("unasked", "element", new Collection());
        await PutAsync("shut", "element", new Collection { FromRenders = true }, closed: true);
        var first = await Models.RenderAsync(1);
        var all = await ItemsAsync("everything");
        var kind = all[0].Origin.ElementClass;

        await PutAsync("one-class", "element", new Collection { FromRenders = true, ElementClasses = { kind } });
        var second = await Models.RenderAsync(2);

        Assert.Equal(first.Provenance.Elements.Select(element => element.Prompt).Order(), all.Select(item => item.Origin.Prompt).Order());
        Assert.All(all, item => Assert.Equal([first.Id], item.Origin.SeenIn));
        var ofClass = await ItemsAsync("one-class");
        Assert.NotEmpty(ofClass);
        Assert.All(ofClass, item => Assert.Equal((kind, second.Id), (item.Origin.ElementClass, Assert.Single(item.Origin.SeenIn))));
        Assert.Empty(await ItemsAsync("unicorns"));
        Assert.Empty(await ItemsAsync("unasked"));
        Assert.Empty(await ItemsAsync("shut"));
    }

    [Fact]
    public async Task A_project_of_assets_takes_the_files_for_its_placements_as_png()
    {
        await PutAsync("files", "asset", new Collection { FromRenders = true });
        await PutAsync("elsewhere", "asset", new Collection { FromRenders = true, Placements = { "nowhere" } });

        var asset = await Models.RenderAsync(3);

        var item = Assert.Single(await ItemsAsync("files"));
        Assert.Equal((asset.Id, "harbour-autumn", asset.Placement, 320, 100), (item.Origin.AssetId, item.Origin.Prompt, item.Origin.Usage, item.Width, item.Height));
        Assert.Equal(ModelLab.Id, item.Origin.ModelId);
        Assert.Empty(await ItemsAsync("elsewhere"));
    }

    private async Task PutAsync(string id, string kind, Collection collection, bool closed = false) => await Lab.Client.PutProjectAsync(
        new PutProjectRequest { Project = new Project { Id = id, Name = id, ItemKind = kind, Collection = collection, Closed = closed } }, Lab.Admin);

    private async Task<IReadOnlyList<Item>> ItemsAsync(string project) => (await Lab.Client.ListItemsAsync(new ListItemsRequest { Project = project }, Lab.Admin)).Items;
}
