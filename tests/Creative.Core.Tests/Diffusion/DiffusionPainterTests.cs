using System.Collections.Immutable;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Sampling;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Diffusion;

/// <summary>With a model that is a formula: each prompt is a colour, and the ideal denoiser of that colour is known.</summary>
public sealed class DiffusionPainterTests
{
    private static readonly LatentShape Shape = new(4, 3, 7);

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> NoChoices =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    private static readonly SchedulerConfig Scheduler =
        new() { BetaSchedule = BetaSchedule.ScaledLinear, Spacing = TimestepSpacing.Trailing, Prediction = PredictionType.Sample };

    private readonly FormulaModel _model = new();

    [Theory]
    [InlineData("ddim")]
    [InlineData("euler")]
    [InlineData("dpmpp_2m")]
    [InlineData("heun")]
    [InlineData("kdpm2")]
    [InlineData("dpmpp_2m_karras")]
    [InlineData("dpmpp_2m_sde_karras")]
    [InlineData("dpm_singlestep")]
    [InlineData("unipc")]
    [InlineData("euler_ancestral")]
    [InlineData("dpmpp_sde")]
    [InlineData("lcm")]
    public void Ends_where_the_denoiser_points(string scheduler)
    {
        using var image = Assert.Single(Painter().Paint([Request("0.75", 3) with { Scheduler = scheduler, Steps = 9, Guidance = 1 }], null, default));
        Assert.Equal(new CanvasSize(7, 3), image.Size);
        for (var i = 0; i < 21; i++)
        {
            Assert.InRange(image.Pixels[(i * 4) + 3], 254, 255);
            Assert.InRange(image.Pixels[i * 4], 190, 192);
        }
    }

    public static TheoryData<string> Fitting => [.. Samplers.Painting.Where(name => Samplers.All[name].Fits(Scheduler))];

    [Theory]
    [MemberData(nameof(Fitting))]
    public void An_image_does_not_depend_on_its_company(string scheduler)
    {
        _model.Sloppiness = 0.3f;
        var requests = Enumerable.Range(0, 5).Select(i => Request($"0.{i + 2}", (ulong)i * 77) with { Scheduler = scheduler }).ToArray();
        var together = Painter().Paint(requests, null, default);
        for (var i = 0; i < requests.Length; i++)
        {
            using var alone = Assert.Single(Painter().Paint([requests[i]], null, default));
            Assert.Equal(alone.Pixels.ToArray(), together[i].Pixels.ToArray());
            together[i].Dispose();
        }
    }

    [Fact]
    public void Another_seed_gives_another_image()
    {
        _model.Sloppiness = 0.3f;
        var images = Painter().Paint([Request("0.5", 1), Request("0.5", 2)], null, default);
        Assert.NotEqual(images[0].Pixels.ToArray(), images[1].Pixels.ToArray());
    }

    [Fact]
    public void Guidance_pushes_away_from_the_negative_prompt()
    {
        var request = Request("0.5", 1) with { NegativePrompt = "0.4" };
        Assert.Equal(128, Red(request with { Guidance = 1 }), 2.0);
        Assert.Equal(255 * 0.7, Red(request with { Guidance = 3 }), 2.0);
    }

    [Fact]
    public void Guidance_of_one_runs_the_denoiser_on_one_image_and_more_on_a_pair()
    {
        Red(Request("0.5", 1) with { Guidance = 1 });
        Assert.All(_model.Batches, batch => Assert.Equal(1, batch));
        _model.Batches.Clear();
        Red(Request("0.5", 1) with { Guidance = 2, Steps = 4 });
        Assert.Equal([2, 2, 2, 2], _model.Batches);
    }

    [Fact]
    public void Each_prompt_is_encoded_once()
    {
        Painter().Paint([Request("0.5", 1), Request("0.5", 2), Request("0.6", 3)], null, default);
        Assert.Equal(["0", "0.5", "0.6"], _model.Encoded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Progress_counts_the_steps_and_previews_the_estimate()
    {
        var steps = new List<(int, int)>();
        Func<int, PixelImage>? kept = null;
        Painter().Paint(
            [Request("0.75", 1) with { Steps = 5, Guidance = 1 }, Request("0.25", 2)],
            progress =>
            {
                steps.Add((progress.Step, progress.Steps));
                using var second = progress.Preview(1);
                Assert.InRange(second.Pixels[0], 62, 66);
                kept = progress.Preview;
            },
            default);
        Assert.Equal([(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)], steps);
        Assert.Throws<InvalidOperationException>(() => kept!(0));
    }

    [Fact]
    public void Progress_counts_runs_of_the_denoiser()
    {
        var seen = new List<int>();
        Painter().Paint([Request("0.5", 1) with { Scheduler = "heun", Steps = 4, Guidance = 1 }], progress => seen.Add(progress.Steps), default)[0].Dispose();
        Assert.Equal(Enumerable.Repeat(7, 7), seen);
        Assert.Equal(7, _model.Batches.Count);
    }

    [Theory]
    [InlineData("flow_euler")]
    [InlineData("edm_euler")]
    [InlineData("consistency")]
    [InlineData("ddim_inverse")]
    public void A_sampler_that_does_not_fit_the_model_is_refused(string scheduler)
    {
        var error = Assert.Throws<ArgumentException>(() => Painter().Paint([Request("0.5", 1) with { Scheduler = scheduler }], null, default));
        Assert.Contains("scheduler", error.Message, StringComparison.Ordinal);
        Assert.Contains("dpmpp_2m", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancel_stops_within_one_step()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Painter().Paint(
            [Request("0.5", 1) with { Steps = 50 }, Request("0.6", 2)],
            progress =>
            {
                if (progress.Step == 2)
                {
                    source.Cancel();
                }
            },
            source.Token));
        Assert.Equal(4, _model.Batches.Count);
    }

    [Fact]
    public void Every_problem_of_a_request_is_named_at_once()
    {
        var request = new PaintRequest("0.5", 1, 0, 99, "magic");
        var error = Assert.Throws<ArgumentException>(() => Painter().Paint([request], null, default));
        foreach (var word in (string[])["steps", "guidance", "scheduler", "dpmpp_2m"])
        {
            Assert.Contains(word, error.Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => Painter().Paint([], null, default));
        Assert.Throws<ArgumentException>(() => Painter().Paint([.. Enumerable.Repeat(request, 17)], null, default));
    }

    [Fact]
    public void Few_steps_run_the_denoiser_that_was_made_for_them_and_no_other()
    {
        var few = new FormulaModel();
        Red(Model() with { FewStepDenoiser = few }, Request("0.5", 1) with { Guidance = 1, Steps = 3, FewSteps = true });
        Assert.Equal(3, few.Batches.Count);
        Assert.Empty(_model.Batches);
    }

    [Fact]
    public void Few_steps_of_a_model_without_them_are_a_named_problem()
    {
        var error = Assert.Throws<ArgumentException>(() => Painter().Paint([Request("0.5", 1) with { FewSteps = true }], null, default));
        Assert.Contains("few steps", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Guidance_of_zero_or_one_does_without_the_negative_prompt(double guidance)
    {
        Red(Request("0.5", 1) with { Guidance = guidance, NegativePrompt = "0.9" });
        Assert.Equal(["0.5"], _model.Encoded);
        Assert.All(_model.Batches, batch => Assert.Equal(1, batch));
    }

    [Fact]
    public void A_denoiser_that_takes_guidance_as_a_number_runs_once_and_is_told_it()
    {
        _model.EmbedsGuidance = true;
        Red(Request("0.5", 1) with { Guidance = 7.5 });
        Assert.Equal(7.5, _model.Guidance);
        Assert.All(_model.Batches, batch => Assert.Equal(1, batch));
    }

    [Fact]
    public void An_empty_negative_prompt_is_zeros_for_a_model_that_was_trained_so()
    {
        Assert.Equal(255 * 0.7, Red(Model() with { EmptyNegativeIsZero = true }, Request("0.5", 1) with { Guidance = 1.4, NegativePrompt = "" }), 2.0);
        Assert.Equal(["0.5"], _model.Encoded);
        Assert.Equal([0, 7], _model.Pooled);
    }

    [Fact]
    public void A_model_without_alpha_makes_cut_outs_where_it_has_matting()
    {
        _model.Channels = 3;
        using var plain = Assert.Single(new DiffusionPainter(Model()).Paint([Request("0.5", 1) with { Guidance = 1 }], null, default));
        using var cut = Assert.Single(new DiffusionPainter(Model() with { Matting = _model }).Paint([Request("0.5", 1) with { Guidance = 1 }], null, default));
        Assert.Equal(3, plain.Channels);
        Assert.Equal(4, cut.Channels);
        Assert.Equal([64, 64, 64, 128], cut.Pixels[..4].ToArray());
    }

    private DiffusionPainter Painter() => new(Model());

    private DiffusionModel Model() => new()
    {
        Identity = new ModelIdentity("formula", "1", new string('0', 64)),
        Vocabulary = new ElementVocabulary("{class}", [], NoChoices, NoChoices, [], [], [], 8, 2, "ddim"),
        Scheduler = Scheduler,
        Latent = Shape,
        TextEncoder = _model,
        Denoiser = _model,
        Decoder = _model,
    };

    private double Red(PaintRequest request) => Red(Model(), request);

    private static double Red(DiffusionModel model, PaintRequest request)
    {
        using var image = Assert.Single(new DiffusionPainter(model).Paint([request], null, default));
        return image.Pixels[0];
    }

    private static PaintRequest Request(string prompt, ulong seed) => new(prompt, seed, 6, 2, "ddim") { NegativePrompt = "0" };
}
