using System.Collections.Immutable;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Sampling;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Diffusion;

/// <summary>Painting from a picture, with a model that is a formula: each prompt is a colour.</summary>
public sealed class StartImageTests : IDisposable
{
    private static readonly CanvasSize Size = new(7, 3);

    private readonly FormulaModel _model = new();
    private readonly PixelImage _picture = PixelImage.Create(Size, 4);

    public StartImageTests() => _picture.Pixels.Fill(51);

    public void Dispose() => _picture.Dispose();

    [Theory]
    [InlineData(0.99, 8)]
    [InlineData(0.5, 5)]
    [InlineData(0.2, 2)]
    public void Strength_decides_how_many_steps_are_taken(double strength, int steps)
    {
        var seen = 0;
        Paint(new StartImage(_picture, strength), progress => seen = progress.Steps, steps: strength == 0.99 ? 9 : 10);
        Assert.Equal(steps, seen);
        Assert.Equal(steps, _model.Batches.Count);
    }

    [Theory]
    [InlineData("ddim")]
    [InlineData("euler")]
    [InlineData("dpmpp_2m")]
    public void A_denoiser_that_leaves_everything_gives_the_picture_back(string scheduler)
    {
        // It says that the estimate is the sample itself: with hardly any noise, the picture.
        _model.Sloppiness = 1;
        var start = new StartImage(_picture, 0.02);
        using var image = Assert.Single(new DiffusionPainter(Model()).Paint([Request(50, scheduler, start) with { Prompt = "0.5" }], null, default));
        Assert.All(Enumerable.Range(0, 21), i => Assert.InRange(image.Pixels[4 * i], 30, 75));
    }

    [Theory]
    [InlineData("ddim", 1)]
    [InlineData("euler", 0.6)]
    [InlineData("dpmpp_2m", 1)]
    public void What_the_mask_keeps_stays_to_the_byte_and_the_rest_is_painted(string scheduler, double strength)
    {
        var mask = new byte[21];
        Array.Fill(mask, (byte)200, 8, 5);
        var start = new StartImage(_picture, strength) { Mask = mask };
        using var image = Assert.Single(new DiffusionPainter(Model()).Paint([Request(10, scheduler, start)], null, default));
        for (var i = 0; i < 21; i++)
        {
            Assert.InRange(image.Pixels[4 * i], mask[i] == 0 ? 51 : 190, mask[i] == 0 ? 51 : 192);
        }
    }

    [Fact]
    public void An_inpainting_model_reads_the_mask_and_what_is_kept()
    {
        _model.ExtraChannels = 5;
        var mask = new byte[21];
        mask[0] = 128;
        mask[20] = 127;
        Paint(new StartImage(_picture, 1) { Mask = mask }, null);
        Assert.Equal(5 * 21, _model.Extra.Length);
        Assert.Equal([1, .. Enumerable.Repeat(0f, 20)], _model.Extra[..21]);
        Assert.Equal(0, _model.Extra[21]);
        Assert.Equal(-0.6f, _model.Extra[22], 1e-6f);
    }

    [Fact]
    public void Every_problem_of_a_start_is_named_at_once()
    {
        using var wide = PixelImage.Create(new CanvasSize(9, 3), 3);
        PaintRequest[] requests =
        [
            Request(4, "ddim", new StartImage(wide, 0.2) { Mask = new byte[4] }), Request(4, "ddim", new StartImage(_picture, -1)), Request(4, "ddim", null),
        ];
        var error = Assert.Throws<ArgumentException>(() => new DiffusionPainter(Model() with { Encoder = null, WhyNoEncoder = "none today" }).Paint(requests, null, default));
        string[] expected =
        [
            "formula cannot start from a picture: none today", "start: the requests of a batch have a picture and the same strength each",
            "start 0: strength 0.2 leaves none of 4 steps", "start 0: a picture of 9x3 with 3 channels, expected 7x3 with 4",
            "start 0: a mask of 4 bytes, expected one for each of 27 pixels", "start 1: strength -1, expected above 0 to 1",
        ];
        Assert.All(expected, text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_inpainting_model_needs_a_picture_with_a_mask()
    {
        _model.ExtraChannels = 5;
        Assert.Contains("only paints into pictures", Assert.Throws<ArgumentException>(() => Paint(null, null)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Paint(new StartImage(_picture, 1), null));
    }

    private void Paint(StartImage? start, Action<PaintProgress>? progress, int steps = 10) =>
        Assert.Single(new DiffusionPainter(Model()).Paint([Request(steps, "ddim", start)], progress, default)).Dispose();

    private static PaintRequest Request(int steps, string scheduler, StartImage? start) => new("0.75", 5, steps, 1, scheduler) { Start = start };

    private DiffusionModel Model() => new()
    {
        Identity = new ModelIdentity("formula", "1", new string('0', 64)),
        Vocabulary = new ElementVocabulary("{class}", [], Nothing, Nothing, [], [], [], 8, 2, "ddim"),
        Scheduler = new SchedulerConfig { BetaSchedule = BetaSchedule.ScaledLinear, Spacing = TimestepSpacing.Trailing, Prediction = PredictionType.Sample },
        Latent = new LatentShape(4, 3, 7),
        TextEncoder = _model,
        Denoiser = _model,
        Decoder = _model,
        Encoder = _model,
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Nothing => ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
}
