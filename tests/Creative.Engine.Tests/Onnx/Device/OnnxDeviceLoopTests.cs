using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Sampling;
using Creative.Core.Imaging;
using Creative.Engine.Onnx;
using Creative.Engine.Onnx.Device;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx.Device;

/// <summary>The loop in the provider's memory, here the processor's, against the loop that goes step by step through ours.</summary>
public sealed class OnnxDeviceLoopTests : IDisposable
{
    private const string Tiny = "tiny-elements";
    private const string Prompt = "gold coin";
    private readonly List<string> _log = [];
    private readonly List<IDisposable> _owned = [];

    public static TheoryData<string> TinySamplers =>
        [.. Samplers.Painting.Where(name => Samplers.All[name].Fits(new SchedulerConfig { Prediction = PredictionType.Velocity }))];

    public static TheoryData<string> Families => [.. FamilyModels.All.Where(id => id != "sd1-inpaint")];

    public void Dispose() => _owned.ForEach(part => part.Dispose());

    [Theory]
    [MemberData(nameof(TinySamplers))]
    public void Every_sampler_gives_the_same_latents(string sampler)
    {
        var requests = Enumerable.Range(0, 3).Select(i => new PaintRequest(i == 1 ? "red bag" : Prompt, (ulong)i, 6, 2.5, sampler)).ToArray();
        AssertSame(ModelFolder.Tiny, Tiny, requests, 1e-5, captured: sampler == "heun");
        Assert.DoesNotContain(_log, line => line.StartsWith("Denoising goes", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_family_gives_the_same_latents(string id)
    {
        var run = FamilyModels.Reference(id).GetProperty("run");
        var prompt = run.GetProperty("prompt").GetString()!;
        var requests = Enumerable.Range(0, 2).Select(i => new PaintRequest(
            prompt, (ulong)i, 3, run.GetProperty("guidance").GetDouble(), run.GetProperty("scheduler").GetString()!)).ToArray();

        // In half precision the denoiser reads a sample whose last bit may differ.
        AssertSame(FamilyModels.Folder, id, requests, id.EndsWith("-half", StringComparison.Ordinal) ? 5e-3 : 1e-5);
    }

    [Theory]
    [InlineData("dpmpp_2m")]
    [InlineData("euler_ancestral")]
    public void The_shipped_model_gives_the_same_latents(string sampler) => AssertSame(
        ShippedModels.Folder, "elements-mini", [new("gold coin, star, front view, warm light", 5, 3, 2, sampler)], 1e-5, shape: latent => latent with { Height = 12 });

    [Fact]
    public void The_same_requests_in_the_same_company_give_the_same_bytes()
    {
        var model = Open(ModelFolder.Tiny, Tiny, device: true).Parts(Tiny);
        PaintRequest[] requests = [new(Prompt, 1, 5, 2, "dpmpp_2m_sde"), new("red bag", 2, 5, 2, "dpmpp_2m_sde"), new(Prompt, 3, 5, 2, "dpmpp_2m_sde")];
        Assert.Equal(Bytes(model, requests), Bytes(model, requests));
        Assert.NotEqual(Bytes(model, requests), Bytes(model, [requests[0], requests[1], requests[1]]));
    }

    [Fact]
    public void A_mask_goes_step_by_step_and_the_log_says_so_once()
    {
        var model = Open(FamilyModels.Folder, "sd1", device: true).Parts("sd1");
        using var picture = PixelImage.Create(model.Decoder.SizeOf(model.Latent), 3);
        var request = new PaintRequest(Prompt, 1, 3, 2, "ddim") { Start = new StartImage(picture, 0.8) { Mask = new byte[picture.Size.Pixels] } };
        Bytes(model, [request]);
        Bytes(model, [request]);
        Assert.Equal("Denoising goes step by step through the processor's memory: a mask is put back at every step.", Assert.Single(_log, line => line.StartsWith("Denoising", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_cancel_between_steps_stops_before_the_next()
    {
        using var source = new CancellationTokenSource();
        var steps = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Open(ModelFolder.Tiny, Tiny, device: true).Painter(Tiny).Paint(
            [new(Prompt, 1, 50, 2, "ddim")],
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
        using var folder = ModelFolder.CopyOf(ModelFolder.Tiny, Tiny);
        folder.Replace(Tiny, "unet/model.onnx", File.ReadAllBytes(Path.Combine(ModelFolder.Tiny, "endless.onnx")));
        using var catalog = new ModelCatalog(folder.Path, Options(device: true));
        using var source = new CancellationTokenSource();
        var painter = catalog.Painter(Tiny);
        var run = Task.Run(() => painter.Paint([new(Prompt, 1, 5, 2, "ddim")], null, source.Token));
        source.CancelAfter(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public void Memory_that_waits_for_the_next_painting_is_bounded_over_alternating_sizes()
    {
        var model = Open(ModelFolder.Tiny, Tiny, device: true).Parts(Tiny);
        var denoiser = Assert.IsType<OnnxDenoiser>(model.Denoiser);
        var sizes = Enumerable.Range(0, 9).Select(i => model.Latent with { Height = 8 + (2 * i), Width = 6 + i }).ToArray();
        var one = 0L;
        for (var round = 0; round < 3; round++)
        {
            foreach (var size in sizes)
            {
                Bytes(model with { Latent = size }, [new(Prompt, 1, 2, 2, "euler")]);
                one = Math.Max(one, denoiser.IdleBytes);
            }
        }

        Bytes(model with { Latent = sizes[^1] }, [new(Prompt, 1, 2, 2, "euler")]);
        Assert.Equal(one, denoiser.IdleBytes);
        Assert.InRange(one, 1, DevicePool.MostIdle * ((2 * 1 + 4) * sizes[^1].Count * 4L + 4096));
    }

    [Fact]
    public void Several_threads_get_what_one_gets()
    {
        var model = Open(ModelFolder.Tiny, Tiny, device: true).Parts(Tiny);
        PaintRequest[] requests = [new(Prompt, 3, 5, 2, "dpmpp_2m")];
        var alone = Bytes(model, requests);
        var all = new byte[8][];
        Parallel.For(0, all.Length, i => all[i] = Bytes(model, requests));
        Assert.All(all, bytes => Assert.Equal(alone, bytes));
    }

    private void AssertSame(
        string folder, string id, PaintRequest[] requests, double tolerance, bool captured = false, Func<LatentShape, LatentShape>? shape = null)
    {
        var host = Latents(Open(folder, id, device: false).Parts(id), requests, shape);
        var device = Latents(Open(folder, id, device: true, captured).Parts(id), requests, shape);
        Assert.Equal(host.Count, device.Count);
        foreach (var (expected, actual) in host.Zip(device))
        {
            var largest = expected.Max(Math.Abs);
            Assert.InRange(expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() / largest, 0, tolerance);
        }
    }

    /// <summary>Those of the last image's previews at each step, then those of all finished images.</summary>
    private static List<float[]> Latents(DiffusionModel model, PaintRequest[] requests, Func<LatentShape, LatentShape>? shape)
    {
        var recorder = new LatentRecorder(model.Decoder);
        var painter = new DiffusionPainter(model with { Decoder = recorder, Latent = shape?.Invoke(model.Latent) ?? model.Latent, Matting = null });
        foreach (var image in painter.Paint(requests, progress => progress.Preview(requests.Length - 1).Dispose(), default))
        {
            image.Dispose();
        }

        return recorder.Latents;
    }

    private static byte[] Bytes(DiffusionModel model, PaintRequest[] requests)
    {
        List<byte> bytes = [];
        foreach (var image in new DiffusionPainter(model).Paint(requests, null, default))
        {
            bytes.AddRange(image.Pixels);
            image.Dispose();
        }

        return [.. bytes];
    }

    private ModelCatalog Open(string folder, string id, bool device, bool captured = false)
    {
        var catalog = new ModelCatalog(folder, Options(device) with { CudaGraphs = captured && device }, _log.Add);
        _owned.Add(catalog);
        Assert.Contains(catalog.List(), model => model.Identity.Id == id);
        return catalog;
    }

    private static EngineOptions Options(bool device) =>
        new() { Provider = ExecutionProvider.Cpu, Threads = 1, DeviceLoop = device, MaxBatch = 2 };
}
