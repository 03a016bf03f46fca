using System.Text.Json;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Sampling;
using Creative.Core.Diffusion.Text;
using Creative.Core.Imaging;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

/// <summary>The shipped model against what PyTorch computed when it was exported: models/elements-mini/testdata/reference.json.</summary>
public sealed class ElementsMiniTests : IClassFixture<ElementsMiniTests.Shipped>
{
    private readonly DiffusionModel _model;
    private readonly IElementPainter _painter;
    private readonly JsonElement _reference;

    public ElementsMiniTests(Shipped shipped)
    {
        _model = shipped.Catalog.Parts("elements-mini");
        _painter = shipped.Catalog.Painter("elements-mini");
        _reference = shipped.Reference.RootElement;
    }

    [Fact]
    public void Tokens_are_those_of_the_training()
    {
        var manifest = ModelManifest.Read(Path.Combine(ShippedModels.Folder, "elements-mini"));
        var tokenizer = new ClipTokenizer(
            File.ReadAllBytes(manifest.Vocabulary), File.ReadAllText(manifest.Merges), File.ReadAllBytes(manifest.TokenizerSettings!));
        Assert.All(_reference.GetProperty("tokenizer").EnumerateArray(), item => Assert.Equal(
            item.GetProperty("input_ids").EnumerateArray().Select(id => id.GetInt32()),
            tokenizer.Encode(item.GetProperty("prompt").GetString()!)));
    }

    [Fact]
    public void The_text_encoder_agrees_with_torch()
    {
        var section = _reference.GetProperty("text");
        var text = _model.TextEncoder.Encode(section.GetProperty("prompt").GetString()!, default);
        AssertFigures(section.GetProperty("last_hidden_state"), text.Values.ToArray());
    }

    [Fact]
    public void The_denoiser_agrees_with_torch()
    {
        var section = _reference.GetProperty("unet");
        var text = _model.TextEncoder.Encode(section.GetProperty("prompt").GetString()!, default);
        var output = new float[_model.Latent.Count];
        _model.Denoiser.Predict(new DenoiserInput(_model.Latent, 1, 500, Wave(0.1f, 1), text.Tokens, text.Values.Span), output, default);
        AssertFigures(section.GetProperty("out_sample"), output);
    }

    [Fact]
    public void The_decoder_agrees_with_torch()
    {
        var size = _model.Decoder.SizeOf(_model.Latent);
        var planes = new float[size.Pixels * _model.Decoder.Channels];
        _model.Decoder.Decode(_model.Latent, Wave(0.1f, 1), planes, default);
        AssertFigures(_reference.GetProperty("vae_decoder").GetProperty("sample"), planes);
    }

    [Fact]
    public void A_whole_denoising_agrees_with_torch()
    {
        var section = _reference.GetProperty("denoise");
        var sampler = Samplers.Named(section.GetProperty("scheduler").GetString()!);
        var grid = sampler.Grid(new NoiseSchedule(_model.Scheduler), section.GetProperty("steps").GetInt32());
        Assert.Equal(section.GetProperty("timesteps").EnumerateArray().Select(t => t.GetDouble()), grid.Timesteps);
        var guidance = section.GetProperty("guidance").GetSingle();
        var prompt = _model.TextEncoder.Encode(section.GetProperty("prompt").GetString()!, default);
        var nothing = _model.TextEncoder.Encode(section.GetProperty("negative").GetString()!, default);
        var sample = Wave(12.9898f, 1.4142135f);
        using var state = new SampleState(sample.Length, sampler, new TorchRandom(0));
        sample.CopyTo(state.Sample);
        for (var step = 0; step < grid.Steps; step++)
        {
            var now = state.Sample.ToArray();
            var (with, without) = (Predict(now, grid.Timesteps[step], prompt), Predict(now, grid.Timesteps[step], nothing));
            float[] guided = [.. with.Zip(without, (c, u) => u + (guidance * (c - u)))];
            state.Advance(sampler, grid, step, guided);
        }

        AssertFigures(section.GetProperty("latent"), state.Sample.ToArray());
    }

    [Theory]
    [InlineData("ddim")]
    [InlineData("euler")]
    [InlineData("dpmpp_2m")]
    public void An_element_is_the_same_bytes_alone_and_in_company(string scheduler)
    {
        PaintRequest[] requests =
        [
            new("gold coin, star, front view, warm light", 11, 3, 2, scheduler),
            new("blue shield, check mark, front view, cool light", 12, 3, 2, scheduler),
            new("red gift box, single bow, front view, warm light", 13, 3, 2, scheduler),
        ];
        var together = _painter.Paint(requests, null, default);
        for (var i = 0; i < requests.Length; i++)
        {
            using var alone = Assert.Single(_painter.Paint([requests[i]], null, default));
            Assert.Equal(alone.Pixels.ToArray(), together[i].Pixels.ToArray());
            together[i].Dispose();
        }
    }

    [Fact]
    public void A_canvas_that_is_not_square_works()
    {
        var shape = _model.Latent with { Height = 24, Width = 16 };
        var painter = new DiffusionPainter(_model with { Latent = shape });
        var request = new PaintRequest("gold coin, star, front view, warm light", 5, 2, 2, "dpmpp_2m");
        using var image = Assert.Single(painter.Paint([request], null, default));
        Assert.Equal(new CanvasSize(256, 384), image.Size);
    }

    private float[] Predict(float[] sample, double timestep, TextEmbedding text)
    {
        var output = new float[sample.Length];
        _model.Denoiser.Predict(new DenoiserInput(_model.Latent, 1, timestep, sample, text.Tokens, text.Values.Span), output, default);
        return output;
    }

    private float[] Wave(float pitch, float height) =>
        [.. Enumerable.Range(0, _model.Latent.Count).Select(i => height * MathF.Sin(i * pitch))];

    private static void AssertFigures(JsonElement expected, float[] actual)
    {
        var first = expected.GetProperty("first").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.All(first.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 2e-3));
        var absolute = expected.GetProperty("absolute_sum").GetDouble();
        Assert.Equal(absolute, actual.Sum(value => Math.Abs((double)value)), absolute * 1e-3);
        Assert.Equal(expected.GetProperty("sum").GetDouble(), actual.Sum(value => (double)value), absolute * 1e-3);
    }

    public sealed class Shipped : IDisposable
    {
        public ModelCatalog Catalog { get; } = new(ShippedModels.Folder, new EngineOptions { Provider = ExecutionProvider.Cpu });

        public JsonDocument Reference { get; } =
            JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ShippedModels.Folder, "elements-mini", "testdata", "reference.json")));

        public void Dispose()
        {
            Reference.Dispose();
            Catalog.Dispose();
        }
    }
}
