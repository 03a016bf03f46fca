using Creative.Bench.Denoise;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Device;
using Creative.Core.Imaging;
using Creative.Engine.Onnx.Device;

namespace Creative.Bench.Gpu;

/// <summary>Medians over the rounds, in milliseconds for all images together.</summary>
/// <param name="Images">Painted together.</param>
/// <param name="LoopMs">The loop with all that is around it but the decoder.</param>
/// <param name="BareMs">As many runs of the same session on the same memory, and nothing else.</param>
/// <param name="Overhead">Median of the rounds' own ratios, less 1.</param>
/// <param name="HostLoopMs">The loop that goes step by step through the processor's memory, image by image.</param>
/// <param name="WholeMs">Prompt to finished pixels.</param>
internal sealed record LoopTimes(int Images, double LoopMs, double BareMs, double Overhead, double HostLoopMs, double WholeMs)
{
    private const int WarmUps = 3;

    public TorchTimes? Torch { get; init; }

    public static LoopTimes Measure(DiffusionModel model, PaintRequest request, int images, int rounds)
    {
        PaintRequest[] requests = [.. Enumerable.Range(0, images).Select(i => request with { Seed = (ulong)i })];
        var denoiser = (IDeviceDenoiser)(request.FewSteps ? model.FewStepDenoiser! : model.Denoiser);
        var undecoded = model with { Decoder = new NoDecoder(), Matting = null };
        var host = new HostDenoiser(denoiser);
        using var bare = Begin(denoiser, model, request, images);
        Action[] ways =
        [
            () => Paint(undecoded, requests),
            () => Repeat(bare, request.Steps),
            () => Paint(undecoded with { Denoiser = host, FewStepDenoiser = host }, requests),
            () => Paint(model, requests),
        ];
        var times = ways.Select(_ => new List<double>()).ToArray();
        for (var round = -WarmUps; round < rounds; round++)
        {
            // Whoever comes second finds warmer caches: take turns.
            for (var i = 0; i < ways.Length; i++)
            {
                var way = (i + Math.Abs(round)) % ways.Length;
                var time = Clock.Milliseconds(ways[way]);
                if (round >= 0)
                {
                    times[way].Add(time);
                }
            }
        }

        var medians = times.Select(list => Math.Round(Clock.Median(list), 2)).ToArray();
        return new(images, medians[0], medians[1], Math.Round(Clock.Median(times[0].Zip(times[1], (a, b) => (a / b) - 1)), 4), medians[2], medians[3]);
    }

    public LoopTimes Print()
    {
        Console.WriteLine($"  loop {LoopMs} ms, bare runs {BareMs} ms, overhead {Overhead:P1}; through the processor's memory {HostLoopMs} ms; whole pictures {WholeMs} ms");
        return this;
    }

    /// <summary>A run of the batch's size; what it holds does not change how long the denoiser takes.</summary>
    private static OnnxDeviceRun Begin(IDeviceDenoiser denoiser, DiffusionModel model, PaintRequest request, int images)
    {
        var text = model.TextEncoder.Encode(request.Prompt, default);
        var outputs = request.Guidance > 1 && !denoiser.EmbedsGuidance ? 2 : 1;
        var start = new DeviceStart(
            model.Latent, images, new float[images * model.Latent.Count], 2, outputs, text.Tokens, Again(text.Values, outputs * images), new DenoiserCall(500, 1))
        {
            Pooled = Again(text.Pooled, outputs * images),
            Guidance = request.Guidance,
        };
        return (OnnxDeviceRun)denoiser.Begin(start, default);
    }

    private static float[] Again(ReadOnlyMemory<float> values, int times) => [.. Enumerable.Repeat(values.ToArray(), times).SelectMany(row => row)];

    private static void Repeat(OnnxDeviceRun bare, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            bare.RunDenoiser(default);
        }
    }

    private static void Paint(DiffusionModel model, PaintRequest[] requests)
    {
        foreach (var image in new DiffusionPainter(model).Paint(requests, null, default))
        {
            image.Dispose();
        }
    }

    private sealed class NoDecoder : IImageDecoder
    {
        public int Channels => 4;

        public CanvasSize SizeOf(LatentShape shape) => new(1, 1);

        public void Decode(LatentShape shape, ReadOnlySpan<float> latent, Span<float> planes, CancellationToken cancellation) => planes.Clear();
    }

    /// <summary>Hides that the denoiser has memory of its own.</summary>
    private sealed class HostDenoiser(IDenoiser denoiser) : IDenoiser
    {
        public bool EmbedsGuidance => denoiser.EmbedsGuidance;

        public int ExtraChannels => denoiser.ExtraChannels;

        public void Predict(DenoiserInput input, Span<float> output, CancellationToken cancellation) => denoiser.Predict(input, output, cancellation);
    }
}
