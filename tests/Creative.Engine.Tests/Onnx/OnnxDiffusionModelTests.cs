using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

public sealed class OnnxDiffusionModelTests : IDisposable
{
    private const string Id = "tiny-elements";

    private readonly ModelFolder _folder = ModelFolder.CopyOf(ModelFolder.Tiny, Id);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ddim", 2.0)]
    [InlineData("euler", 1.0)]
    [InlineData("dpmpp_2m", 3.5)]
    public void The_same_request_gives_the_same_bytes_alone_and_in_company(string scheduler, double guidance)
    {
        using var catalog = Open();
        var painter = catalog.Painter(Id);
        var requests = Enumerable.Range(0, 5).Select(i => Request((ulong)i, scheduler) with { Guidance = guidance }).ToArray();
        var together = painter.Paint(requests, null, default);
        for (var i = 0; i < requests.Length; i++)
        {
            using var alone = Assert.Single(painter.Paint([requests[i]], null, default));
            Assert.Equal(new CanvasSize(20, 12), alone.Size);
            Assert.Equal(4, alone.Channels);
            Assert.Equal(alone.Pixels.ToArray(), together[i].Pixels.ToArray());
        }

        Assert.NotEqual(together[0].Pixels.ToArray(), together[1].Pixels.ToArray());
    }

    [Fact]
    public void The_prompt_changes_the_image()
    {
        using var catalog = Open();
        var images = catalog.Painter(Id).Paint([Request(1, "ddim"), Request(1, "ddim") with { Prompt = "red bag" }], null, default);
        Assert.NotEqual(images[0].Pixels.ToArray(), images[1].Pixels.ToArray());
    }

    [Fact]
    public void Several_threads_get_what_one_gets()
    {
        using var catalog = Open();
        var painter = catalog.Painter(Id);
        var alone = Bytes(painter, 3);
        var all = new byte[8][];
        Parallel.For(0, all.Length, i => all[i] = Bytes(painter, 3));
        Assert.All(all, bytes => Assert.Equal(alone, bytes));
    }

    [Fact]
    public void Paints_any_shape_that_the_graphs_accept()
    {
        _folder.Edit(Id, json =>
        {
            (json["latent"]!["height"], json["latent"]!["width"]) = (24, 16);
            (json["image"]!["height"], json["image"]!["width"]) = (48, 32);
        });
        using var catalog = Open();
        using var image = Assert.Single(catalog.Painter(Id).Paint([Request(1, "euler")], null, default));
        Assert.Equal(new CanvasSize(32, 48), image.Size);
    }

    [Fact]
    public void A_graph_in_the_wrong_place_is_named_with_what_was_expected()
    {
        _folder.Replace(Id, "unet/model.onnx", File.ReadAllBytes(_folder.PathOf(Id, "vae_decoder/model.onnx")));
        var message = Refusal();
        Assert.Contains(Path.Combine("unet", "model.onnx"), message, StringComparison.Ordinal);
        Assert.Contains("input 'timestep' is missing", message, StringComparison.Ordinal);
        Assert.Contains("input 'encoder_hidden_states' is missing: expected Float or Float16 [left open, any, 8]", message, StringComparison.Ordinal);
        Assert.Contains("input 'latent_sample' is not known", message, StringComparison.Ordinal);
        Assert.Contains("output 'out_sample' is missing", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_for_another_latent_is_named_with_what_was_expected()
    {
        _folder.Edit(Id, json => json["latent"]!["channels"] = 8);
        Assert.Contains("input 'sample' is Float [any, 4, any, any]: expected Float or Float16 [left open, 8, 6, 10]", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_graph_is_named()
    {
        _folder.Replace(Id, "text_encoder/model.onnx", [1, 2, 3]);
        Assert.Contains(Path.Combine("text_encoder", "model.onnx"), Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scheduler_that_is_not_understood_is_named()
    {
        _folder.Replace(Id, "scheduler/scheduler_config.json", "{ \"churn\": 3 }"u8.ToArray());
        Assert.Contains("churn: unknown field", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancel_between_steps_stops_before_the_next()
    {
        using var catalog = Open();
        using var source = new CancellationTokenSource();
        var steps = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => catalog.Painter(Id).Paint(
            [Request(1, "ddim") with { Steps = 50 }],
            progress =>
            {
                steps = progress.Step;
                source.Cancel();
            },
            source.Token));
        Assert.Equal(1, steps);
    }

    [Fact]
    public async Task A_cancel_ends_a_run_that_would_not_end_by_itself()
    {
        _folder.Replace(Id, "unet/model.onnx", File.ReadAllBytes(Path.Combine(ModelFolder.Tiny, "endless.onnx")));
        using var catalog = Open();
        using var source = new CancellationTokenSource();
        var painter = catalog.Painter(Id);
        var run = Task.Run(() => painter.Paint([Request(1, "ddim")], null, source.Token));
        var waiting = Task.Run(() => painter.Paint([Request(2, "ddim")], null, source.Token));
        source.CancelAfter(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private ModelCatalog Open() => new(_folder.Path, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 2 });

    private string Refusal()
    {
        using var catalog = Open();
        return Assert.Throws<InvalidModelException>(() => catalog.Painter(Id)).Message;
    }

    private static byte[] Bytes(IElementPainter painter, ulong seed)
    {
        using var image = Assert.Single(painter.Paint([Request(seed, "dpmpp_2m")], null, default));
        return image.Pixels.ToArray();
    }

    private static PaintRequest Request(ulong seed, string scheduler) => new("gold coin", seed, 5, 2, scheduler);
}
