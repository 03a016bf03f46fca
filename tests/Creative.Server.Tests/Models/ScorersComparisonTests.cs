using Creative.Contract.V1;
using Creative.Server.Tests.Labeling;
using Grpc.Core;

namespace Creative.Server.Tests.Models;

/// <summary>Two versions before the scorer that designers have taught.</summary>
public sealed class ScorersComparisonTests : IAsyncLifetime
{
    private const string Project = "taught";
    private const int Enough = 200;
    private const string Same = "1.1.0";
    private const string Hasty = "1.2.0";

    private ModelLab? _models;

    private ModelLab Models => _models!;

    public async Task InitializeAsync() => _models = await ModelLab.StartAsync(scoring: true);

    public async Task DisposeAsync() => await Models.DisposeAsync();

    [Fact]
    public async Task It_judges_the_pictures_and_not_the_versions()
    {
        await Models.RegisterAsync(Same);
        var hasty = Models.Variant(Hasty);
        ModelLab.Change(hasty, json => json["defaults"]!["steps"] = 1);
        await Models.SendAsync(ModelLab.Upload(hasty, Hasty));
        var untaught = await Assert.ThrowsAsync<RpcException>(() => CompareAsync(Same));
        await TeachAsync();

        var same = await CompareAsync(Same);
        var again = await CompareAsync(Same);
        var other = await CompareAsync(Hasty);

        Assert.Equal(StatusCode.FailedPrecondition, untaught.StatusCode);
        Assert.Contains($"has not seen the {Enough} judgements", untaught.Status.Detail, StringComparison.Ordinal);
        Assert.Equal([4, 8, 12, 12], same.Select(step => step.Done));
        Assert.All(same, step => Assert.Equal(12, step.Total));

        // The same pictures by another name: not one is judged otherwise.
        var comparison = same[^1].Comparison;
        Assert.Equal((12, 0, 0, "painted"), (comparison.Overall.Pairs, comparison.Overall.OnlyBaseline, comparison.Overall.OnlyCandidate, comparison.Source));
        Assert.NotEmpty(comparison.Dimensions);
        Assert.All(comparison.Dimensions, dimension => Assert.Equal(0, dimension.Difference.Value));
        Assert.False(comparison.Promotable);
        Assert.StartsWith("Not surely better", Assert.Single(comparison.Reasons), StringComparison.Ordinal);
        Assert.Equal(comparison.Overall, again[^1].Comparison.Overall);

        // Pictures of one step are others, and are judged so.
        Assert.Contains(other[^1].Comparison.Dimensions, dimension => dimension.Difference.Value != 0);
        Assert.Contains("Not surely better: usable", (await Assert.ThrowsAsync<RpcException>(() => Models.PromoteAsync(Same, withoutComparison: false))).Status.Detail, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<CompareModelsProgress>> CompareAsync(string candidate) => await Models.CompareAsync(new CompareModelsRequest
    {
        ModelId = ModelLab.Id,
        Candidate = candidate,
        Painted = new PaintedPairs { Prompts = { "gold coin, star", "red coin, star" }, FirstSeed = 7, SeedsPerPrompt = 6 },
    });

    private async Task TeachAsync()
    {
        var lab = LabServer.Of(Models.Server);
        var ids = await lab.ProjectAsync(Project, items: 20);
        await lab.StoredAsync(
            lab.Admin, [.. Enumerable.Range(0, Enough).Select(n => LabServer.Score(Project, new LeasedItem { ItemId = ids[n % ids.Count] }, n % 3 == 0 ? Verdict.Unusable : Verdict.Usable))]);
        await lab.DashboardAsync(Project, dashboard => dashboard.ScorerJudgements == Enough);
    }
}
