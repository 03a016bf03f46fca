using Creative.Contract.V1;
using Creative.Server.Models.Serving;
using Creative.Server.Tests.Hosting;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Creative.Server.Tests.Models;

public sealed class PromotionTests : IAsyncLifetime
{
    private ModelLab? _lab;

    private ModelLab Lab => _lab!;

    public async Task InitializeAsync() => _lab = await ModelLab.StartAsync();

    public async Task DisposeAsync() => await Lab.DisposeAsync();

    [Fact]
    public async Task A_better_version_takes_over_and_goes_back_in_one_step()
    {
        await Lab.RegisterAsync("1.1.0");
        var before = await Lab.RenderAsync(1);
        var uncompared = await Assert.ThrowsAsync<RpcException>(() => Lab.PromoteAsync("1.1.0", withoutComparison: false));
        var comparison = await Lab.CompareAsync("1.1.0", pairs: 100, onlyCandidate: 20, onlyBaseline: 2);

        var promoted = await Lab.PromoteAsync("1.1.0", withoutComparison: false);
        var after = await Lab.RenderAsync(2);
        var rolledBack = await Lab.RollBackAsync();
        var back = await Lab.RenderAsync(3);

        Assert.Contains("Nobody has compared", uncompared.Status.Detail, StringComparison.Ordinal);
        Assert.True(comparison.Promotable, string.Join(' ', comparison.Reasons));
        Assert.Equal((ModelLab.Shipped, "1.1.0", ModelLab.Shipped), (ModelLab.PainterOf(before), ModelLab.PainterOf(after), ModelLab.PainterOf(back)));
        Assert.Equal(("1.1.0", ModelLab.Shipped), (promoted.Champion, rolledBack.Champion));
        Assert.Equal(
            [("champion", "1.1.0", ModelLab.Shipped, "admin", "worse than it looked"), ("champion", ModelLab.Shipped, "1.1.0", "admin", "trying 1.1.0")],
            rolledBack.Moves.Select(move => (move.Alias, move.From, move.To, move.Who, move.Why)));
        Assert.Equal(StatusCode.FailedPrecondition, (await Assert.ThrowsAsync<RpcException>(() => Lab.RollBackAsync())).StatusCode);
        var loaded = Lab.Server.Services.GetRequiredService<ModelShelf>().Loaded;
        Assert.Equal(["layout-mini", ModelLab.Id], loaded.Select(key => key.Id).Order());
    }

    [Fact]
    public async Task A_worse_version_is_refused_with_the_figures()
    {
        await Lab.RegisterAsync("1.2.0");

        var worse = await Lab.CompareAsync("1.2.0", pairs: 100, onlyCandidate: 4, onlyBaseline: 12);
        var error = await Assert.ThrowsAsync<RpcException>(() => Lab.PromoteAsync("1.2.0", withoutComparison: false));
        var onClass = await Lab.CompareAsync("1.2.0", pairs: 100, onlyCandidate: 40, onlyBaseline: 0, (pair, i) => pair.CandidateUsable = i % 2 == 1 || i >= 60);
        var onDimension = await Lab.CompareAsync("1.2.0", pairs: 100, onlyCandidate: 40, onlyBaseline: 0, (pair, i) =>
        {
            pair.BaselineScores["hue"] = 4;
            pair.CandidateScores["hue"] = 3.5 + (i % 2 * 0.1);
        });

        Assert.False(worse.Promotable);
        Assert.Equal((96.0, 88.0), (Math.Round(worse.Overall.Baseline.Value * 100), Math.Round(worse.Overall.Candidate.Value * 100)));
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Contains("usable 96.0 % → 88.0 % of 100 pairs, 4 only by the candidate and 12 only by the baseline", error.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(onClass.Reasons, reason => reason.StartsWith("Class 'class 0' fell by more than 0.1", StringComparison.Ordinal));
        Assert.Contains(onDimension.Reasons, reason => reason.StartsWith("Dimension 'hue' may have fallen", StringComparison.Ordinal));
        Assert.Equal(ModelLab.Shipped, ModelLab.PainterOf(await Lab.RenderAsync(4)));
        Assert.Equal(3, (await Lab.Client.ListComparisonsAsync(new ListComparisonsRequest { ModelId = ModelLab.Id }, Lab.Key)).Comparisons.Count);
    }

    [Fact]
    public async Task A_version_that_cannot_be_loaded_changes_nothing()
    {
        await Lab.RegisterAsync("1.3.0");
        var weights = Path.Combine(Lab.Data, "models", ModelLab.Id, "1.3.0", ModelLab.Id, "unet", "model.onnx");
        using (var file = new FileStream(weights, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        var error = await Assert.ThrowsAsync<RpcException>(() => Lab.PromoteAsync("1.3.0"));
        var unknown = await Assert.ThrowsAsync<RpcException>(() => Lab.PromoteAsync("9.9.9"));

        Assert.Equal((StatusCode.FailedPrecondition, StatusCode.NotFound), (error.StatusCode, unknown.StatusCode));
        Assert.Contains("unet/model.onnx is truncated", error.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Lab.Data, error.Status.Detail, StringComparison.Ordinal);
        var model = await Lab.Client.GetModelAsync(new GetModelRequest { Id = ModelLab.Id }, Lab.Key);
        Assert.Equal((ModelLab.Shipped, 0), (model.Champion, model.Moves.Count));
        Assert.Equal(ModelLab.Shipped, ModelLab.PainterOf(await Lab.RenderAsync(5)));
    }

    [Fact]
    public async Task A_challenger_paints_its_share_and_the_same_render_is_always_its_own()
    {
        await Lab.RegisterAsync("1.4.0");
        await Lab.Client.SetChallengerAsync(new SetChallengerRequest { ModelId = ModelLab.Id, Version = "1.4.0", Share = 0.5, Why = "half of them" }, Lab.Key);

        var painters = new List<string>();
        for (var seed = 10UL; seed < 22; seed++)
        {
            painters.Add(ModelLab.PainterOf(await Lab.RenderAsync(seed)));
        }

        var again = ModelLab.PainterOf(await Lab.RenderAsync(10));
        var promoted = await Lab.PromoteAsync("challenger");

        Assert.Equal(["1.0.0", "1.4.0"], painters.Distinct().Order());
        Assert.Equal(painters[0], again);
        Assert.Equal(("1.4.0", ""), (promoted.Champion, promoted.Challenger));
        Assert.Equal(["share"], await Calls.RefusedFieldsAsync(async () => await Lab.Client.SetChallengerAsync(new SetChallengerRequest { ModelId = ModelLab.Id, Share = 2, Why = "too much" }, Lab.Key)));
    }

    [Fact]
    public async Task An_asset_of_an_earlier_champion_is_replayed_with_it()
    {
        await Lab.RegisterAsync("1.5.0");
        var before = await Lab.RenderAsync(30);
        await Lab.PromoteAsync("1.5.0");

        var replayed = await Lab.Server.Assets.ReplayAssetAsync(new ReplayAssetRequest { Id = before.Id });

        Assert.True(replayed.Identical);
        Assert.Equal(2, Lab.Server.Services.GetRequiredService<ModelShelf>().Loaded.Count);
    }
}
