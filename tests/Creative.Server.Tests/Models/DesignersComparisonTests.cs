using Creative.Contract.V1;
using Creative.Server.Tests.Labeling;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Tests.Models;

/// <summary>Two versions before a designer who cannot tell which is which, and what comes of it.</summary>
public sealed class DesignersComparisonTests : IAsyncLifetime
{
    private const string Project = "two-versions";
    private const string Candidate = "1.1.0";
    private const int Pairs = 16;

    private ModelLab? _models;
    private LabServer? _lab;

    private ModelLab Models => _models!;

    private LabServer Lab => _lab!;

    public async Task InitializeAsync()
    {
        _models = await ModelLab.StartAsync();
        _lab = LabServer.Of(_models.Server);
        await _models.RegisterAsync(Candidate);
        await _lab.ProjectAsync(Project, items: 0);
    }

    public async Task DisposeAsync() => await Models.DisposeAsync();

    [Fact]
    public async Task A_designer_is_told_nothing_of_the_versions_and_either_comes_first()
    {
        var made = await AddPairsAsync();
        var ada = await Lab.RaterAsync("ada");

        var asked = await JudgeAllAsync(ada, (_, _) => true, made);

        Assert.All(asked, item => Assert.DoesNotContain(Candidate, item.ToString(), StringComparison.Ordinal));
        Assert.All(asked, item => Assert.DoesNotContain(ModelLab.Shipped, item.ToString(), StringComparison.Ordinal));
        Assert.All(asked, item => Assert.DoesNotContain(ModelLab.Id, item.ToString(), StringComparison.Ordinal));
        var denied = await Assert.ThrowsAsync<RpcException>(async () => await Lab.Client.GetItemAsync(new GetItemRequest { Id = asked[0].ItemId }, ada));
        Assert.Equal(StatusCode.PermissionDenied, denied.StatusCode);

        // Of each pair the version that was shown first: by chance, so both sides have their turn.
        var first = asked.Select(item => made[item.ItemId]).DistinctBy(side => side.Pair).CountBy(side => side.Version).ToDictionary();
        Assert.Equal(Pairs, first.Values.Sum());
        Assert.Equal([ModelLab.Shipped, Candidate], first.Keys.Order());
    }

    [Fact]
    public async Task What_was_judged_decides_and_a_version_that_is_not_surely_better_is_refused_with_the_figures()
    {
        var made = await AddPairsAsync();
        var ada = await Lab.RaterAsync("ada");
        await JudgeAllAsync(ada, (pair, version) => version == Candidate ? pair != 0 : pair % 4 != 3, made);

        var comparison = await CompareAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() => Models.PromoteAsync(Candidate, withoutComparison: false));

        Assert.Equal((Pairs, 1, 4), (comparison.Overall.Pairs, comparison.Overall.OnlyBaseline, comparison.Overall.OnlyCandidate));
        Assert.Equal((12, 15), ((int)Math.Round(comparison.Overall.Baseline.Value * Pairs), (int)Math.Round(comparison.Overall.Candidate.Value * Pairs)));

        // Of five that differ four or more for the candidate: 6 of 32.
        Assert.Equal(6.0 / 32, comparison.Overall.PBetter, 9);
        Assert.Equal("judged", comparison.Source);
        Assert.False(comparison.Promotable);
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Contains("usable 75.0 % → 93.8 % of 16 pairs, 4 only by the candidate and 1 only by the baseline, p 0.1875", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_surely_better_takes_over()
    {
        var made = await AddPairsAsync();
        await JudgeAllAsync(await Lab.RaterAsync("ada"), (pair, version) => version == Candidate || pair % 2 == 0, made);

        var comparison = await CompareAsync();

        Assert.Equal((0, 8), (comparison.Overall.OnlyBaseline, comparison.Overall.OnlyCandidate));
        Assert.Equal(1.0 / 256, comparison.Overall.PBetter, 9);
        Assert.True(comparison.Promotable, string.Join(' ', comparison.Reasons));
        Assert.Equal(Candidate, (await Models.PromoteAsync(Candidate, withoutComparison: false)).Champion);
    }

    [Fact]
    public async Task Without_a_pair_that_was_judged_of_both_there_is_nothing_to_compare()
    {
        var made = await AddPairsAsync();
        var baseline = made.Where(item => item.Value.Version == ModelLab.Shipped).Select(item => item.Key);
        await Lab.StoredAsync(Lab.Admin, [.. baseline.Select(id => LabServer.Score(Project, new LeasedItem { ItemId = id }))]);

        var error = await Assert.ThrowsAsync<RpcException>(CompareAsync);

        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Contains($"no prompt and seed was judged of both {ModelLab.Shipped} and {Candidate}", error.Status.Detail, StringComparison.Ordinal);
    }

    /// <summary>The same prompts and seeds by both versions, the candidate's images first in every other pair.</summary>
    private async Task<Dictionary<string, (int Pair, string Version)>> AddPairsAsync()
    {
        var made = new Dictionary<string, (int Pair, string Version)>(StringComparer.Ordinal);
        for (var pair = 0; pair < Pairs; pair++)
        {
            foreach (var version in pair % 2 == 0 ? new[] { ModelLab.Shipped, Candidate } : [Candidate, ModelLab.Shipped])
            {
                var origin = new ItemOrigin { Prompt = $"gold coin {pair / 2}", Seed = (ulong)pair, ElementClass = "coin", ModelId = ModelLab.Id, ModelVersion = version };
                var added = await Lab.AddAsync(new AddItemsRequest { Project = Project, Image = ByteString.CopyFrom(Lab.Png(24, 40)), Origin = origin });
                made[added[0].ItemId] = (pair, version);
            }
        }

        return made;
    }

    /// <summary>Asks and judges until nothing is left.</summary>
    /// <returns>What was asked, in its order.</returns>
    private async Task<IReadOnlyList<LeasedItem>> JudgeAllAsync(Metadata rater, Func<int, string, bool> usable, Dictionary<string, (int Pair, string Version)> made)
    {
        var asked = new List<LeasedItem>();
        while (await Lab.LeaseAsync(rater, Project, 5) is { Count: > 0 } leased)
        {
            asked.AddRange(leased);
            await Lab.StoredAsync(rater, [.. leased.Select(item => LabServer.Score(Project, item, usable(made[item.ItemId].Pair, made[item.ItemId].Version) ? Verdict.Usable : Verdict.Unusable))]);
        }

        Assert.Equal(made.Keys.Order(), asked.Select(item => item.ItemId).Distinct().Order());
        return asked;
    }

    private async Task<Comparison> CompareAsync() =>
        (await Models.CompareAsync(new CompareModelsRequest { ModelId = ModelLab.Id, Candidate = Candidate, Judged = new JudgedPairs { Project = Project } }))[^1].Comparison;
}
