using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Google.Rpc;
using Grpc.Core;

namespace Creative.Server.Tests.Labeling.Learning;

/// <summary>What designers said decides which candidate a render keeps, and the asset says so.</summary>
public sealed class RenderScorerTests
{
    private const string Project = "delivered";
    private const int Enough = 200;

    [Fact]
    public async Task A_render_names_the_version_that_chose_its_elements_and_is_made_again_with_it()
    {
        await using var lab = await LabServer.StartAsync(models: LabServer.AllModels, collect: Project);
        var ids = await lab.ProjectAsync(Project, items: 20);
        await lab.Server.ServingAsync();
        var before = await RenderAsync(lab, seed: 5);
        Assert.All(before.Provenance.Elements, element => Assert.Equal(("", 0.0, 0), (element.ScorerVersion, element.ScoreDeviation, element.ScoreShares.Count)));
        var collected = (await lab.Client.ListItemsAsync(new ListItemsRequest { Project = Project, PageSize = 10 }, lab.Admin)).Items.Where(item => item.Origin.SeenIn.Count > 0).ToArray();
        Assert.Equal(before.Provenance.Elements.Select(element => element.Prompt).Order(), collected.Select(item => item.Origin.Prompt).Order());
        Assert.All(collected, item => Assert.Equal([before.Id], item.Origin.SeenIn));

        await lab.StoredAsync(lab.Admin, [.. Enumerable.Range(0, Enough).Select(n => LabServer.Score(Project, new LeasedItem { ItemId = ids[n % ids.Count] }, n % 3 == 0 ? Verdict.Unusable : Verdict.Usable))]);
        await lab.DashboardAsync(Project, dashboard => dashboard.ScorerJudgements == Enough);
        var after = await RenderAsync(lab, seed: 6);
        var version = Assert.Single(after.Provenance.Elements.Select(element => element.ScorerVersion).Distinct());
        Assert.StartsWith("learned ", version, StringComparison.Ordinal);
        Assert.All(after.Provenance.Elements, element => Assert.Equal(1, element.ScoreShares.Values.Sum(), 1e-9));
        Assert.All(after.Provenance.Elements, element => Assert.True(element.ScoreDeviation > 0));
        Assert.True((await lab.Server.Assets.ReplayAssetAsync(new ReplayAssetRequest { Id = after.Id })).Identical);
        Assert.True((await lab.Server.Assets.ReplayAssetAsync(new ReplayAssetRequest { Id = before.Id })).Identical);

        var sha256 = version.Split(' ')[1];
        File.Delete(Path.Combine(lab.Data, "blobs", sha256[..2], sha256[2..4], sha256));
        var error = await Assert.ThrowsAsync<RpcException>(async () => await lab.Server.Assets.ReplayAssetAsync(new ReplayAssetRequest { Id = after.Id }));
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Equal(("scorer", version), error.Detail<PreconditionFailure>().Violations.Select(one => (one.Type, one.Subject)).Single());
    }

    private static async Task<Asset> RenderAsync(LabServer lab, ulong seed)
    {
        var request = Given.Request(Given.Size(320, 180));
        request.Options.Candidates = 2;
        request.Brief.Seed = seed;
        return (await lab.Server.Assets.Render(request).AllAsync()).Select(one => one.Asset).OfType<Asset>().Single();
    }
}
