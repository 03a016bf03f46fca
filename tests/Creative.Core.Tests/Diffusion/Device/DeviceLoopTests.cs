using System.Collections.Immutable;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Device;
using Creative.Core.Diffusion.Sampling;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Device;

/// <summary>The loop on a device against the loop in the processor's memory, with a denoiser that is a formula.</summary>
public sealed class DeviceLoopTests
{
    private static readonly LatentShape Shape = new(4, 3, 7);

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> NoChoices =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    private static readonly Dictionary<string, SchedulerConfig> Configs = new(StringComparer.Ordinal)
    {
        ["epsilon"] = new() { BetaSchedule = BetaSchedule.ScaledLinear },
        ["velocity"] = new() { BetaSchedule = BetaSchedule.ScaledLinear, Spacing = TimestepSpacing.Trailing, Prediction = PredictionType.Velocity },
        ["sample"] = new() { BetaSchedule = BetaSchedule.ScaledLinear, Spacing = TimestepSpacing.Trailing, Prediction = PredictionType.Sample },
        ["flow"] = new() { Prediction = PredictionType.Flow },
        ["residual"] = new() { Prediction = PredictionType.Residual },
    };

    private readonly FormulaModel _model = new() { Sloppiness = 0.3f };

    public static TheoryData<string, string> Linear
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, config) in Configs)
            {
                foreach (var sampler in Samplers.Painting.Where(sampler => Samplers.All[sampler].Fits(config)))
                {
                    data.Add(sampler, name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Linear))]
    public void Every_sampler_gives_what_it_gives_in_the_processors_memory(string sampler, string prediction)
    {
        var config = Configs[prediction] with { ClipSampleRange = null, Threshold = null };
        var requests = Enumerable.Range(0, 3).Select(i => new PaintRequest($"0.{i + 2}", (ulong)i * 77, 7, 2, sampler) { NegativePrompt = "0.4" }).ToArray();
        var device = new MatrixDevice(_model, 2);
        var (expected, seen) = Paint(_model, config, requests);
        var (actual, previews) = Paint(device, config, requests);
        Assert.Empty(device.Reasons);
        Assert.Equal([2, 1], device.Groups);
        Assert.Equal(0, device.Open);
        AssertClose(expected, actual);
        AssertClose(seen, previews);
    }

    [Fact]
    public void A_way_that_begins_in_the_middle_and_a_guidance_that_is_off_are_the_same_too()
    {
        using var picture = PixelImage.Create(new CanvasSize(7, 3), 4);
        picture.Pixels.Fill(90);
        var request = new PaintRequest("0.7", 5, 9, 1, "dpmpp_2m_sde_karras") { Start = new StartImage(picture, 0.6) };
        var device = new MatrixDevice(_model, 4);
        var config = Configs["epsilon"];
        AssertClose(Paint(_model, config, [request]).Samples, Paint(device, config, [request]).Samples);
        Assert.Empty(device.Reasons);
        Assert.Equal(5, device.Steps);
    }

    [Fact]
    public void What_is_not_linear_goes_the_other_way_and_says_why()
    {
        var device = new MatrixDevice(_model, 2);
        var request = new PaintRequest("0.7", 5, 4, 2, "ddim") { NegativePrompt = "0.4" };
        var clipped = Configs["epsilon"] with { ClipSampleRange = 1 };
        AssertClose(Paint(_model, clipped, [request]).Samples, Paint(device, clipped, [request]).Samples);
        Assert.Contains("ddim limits the clean estimate", Assert.Single(device.Reasons), StringComparison.Ordinal);
        Assert.Equal(0, device.Steps);

        using var picture = PixelImage.Create(new CanvasSize(7, 3), 4);
        var masked = request with { Start = new StartImage(picture, 0.5) { Mask = new byte[21] } };
        Paint(device, Configs["epsilon"], [masked]);
        Assert.Contains("mask", device.Reasons[1], StringComparison.Ordinal);
        Assert.Equal(0, device.Steps);
    }

    [Fact]
    public void A_weight_that_is_not_finite_is_an_obstacle()
    {
        var blind = new StepGrid([999, 0], [new NoiseLevel(0, 1, 1), new NoiseLevel(0.5, 0.8, 1), new NoiseLevel(1, 0, 1)], 1) { Config = Configs["epsilon"] };
        Assert.Empty(LinearSteps.Of(Samplers.Named("ddim"), blind, 0, out var obstacle));
        Assert.Contains("not finite at step 1", obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancel_stops_before_the_next_step_and_leaves_nothing_open()
    {
        var device = new MatrixDevice(_model, 2);
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => new DiffusionPainter(Model(device, Configs["epsilon"], _model)).Paint(
            [new("0.5", 1, 9, 2, "euler") { NegativePrompt = "0.4" }], _ => source.Cancel(), source.Token));
        Assert.Equal((1, 0), (device.Steps, device.Open));
    }

    private (List<float[]> Samples, List<float[]> Previews) Paint(IDenoiser denoiser, SchedulerConfig config, PaintRequest[] requests)
    {
        var recorder = new LatentRecorder(_model);
        var previews = new List<float[]>();
        var images = new DiffusionPainter(Model(denoiser, config, recorder)).Paint(
            requests,
            progress =>
            {
                progress.Preview(requests.Length - 1).Dispose();
                previews.Add(recorder.Latents[^1]);
            },
            default);
        foreach (var image in images)
        {
            image.Dispose();
        }

        return ([.. recorder.Latents.TakeLast(requests.Length)], previews);
    }

    private DiffusionModel Model(IDenoiser denoiser, SchedulerConfig config, IImageDecoder decoder) => new()
    {
        Identity = new("formula", "1", ""),
        Vocabulary = new("", [], NoChoices, NoChoices, [], [], [], 5, 2, "ddim"),
        Scheduler = config,
        Latent = Shape,
        TextEncoder = _model,
        Denoiser = denoiser,
        Decoder = decoder,
        Encoder = _model,
    };

    private static void AssertClose(List<float[]> expected, List<float[]> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (one, other) in expected.Zip(actual))
        {
            var largest = one.Max(Math.Abs);
            Assert.All(one.Zip(other), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1e-5 * largest));
        }
    }

    private sealed class LatentRecorder(IImageDecoder decoder) : IImageDecoder
    {
        public List<float[]> Latents { get; } = [];

        public int Channels => decoder.Channels;

        public CanvasSize SizeOf(LatentShape shape) => decoder.SizeOf(shape);

        public void Decode(LatentShape shape, ReadOnlySpan<float> latent, Span<float> planes, CancellationToken cancellation)
        {
            Latents.Add(latent.ToArray());
            decoder.Decode(shape, latent, planes, cancellation);
        }
    }
}
