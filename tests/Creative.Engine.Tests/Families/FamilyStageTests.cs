using System.Text.Json;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Text;
using Creative.Core.Imaging;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Families;

/// <summary>Every stage of every family against torch. What is compared is the largest difference, relative to the largest number.</summary>
public sealed class FamilyStageTests : IClassFixture<FamilyStageTests.Families>
{
    /// <summary>Of graphs in single precision; 2e-6 was the most on the machine that this was written on.</summary>
    private const double Single = 1e-4;

    /// <summary>Of graphs in half precision, whose numbers have 11 bits: each operation rounds by up to 5e-4. 2e-3 was the most.</summary>
    private const double Half = 5e-3;

    private readonly Families _families;

    public FamilyStageTests(Families families) => _families = families;

    public static TheoryData<string> All => [.. FamilyModels.All];

    public static TheoryData<string> PaintingFromNoise => [.. FamilyModels.All.Where(id => id != "sd1-inpaint")];

    public static TheoryData<string> Encoding => [.. FamilyModels.All.Where(id => id != "sd1-legacy")];

    [Theory]
    [MemberData(nameof(All))]
    public void Tokens_are_padded_as_the_family_does(string id)
    {
        var manifest = ModelManifest.Read(Path.Combine(FamilyModels.Folder, id));
        foreach (var item in FamilyModels.Reference(id).GetProperty("tokens").EnumerateArray())
        {
            var number = 0;
            foreach (var ids in item.GetProperty("ids").EnumerateArray())
            {
                var words = number++ == 0 ? "tokenizer" : "tokenizer_2";
                var tokenizer = new ClipTokenizer(
                    File.ReadAllBytes(manifest.WordsOf(words, "vocab.json")),
                    File.ReadAllText(manifest.WordsOf(words, "merges.txt")),
                    File.ReadAllBytes(manifest.SettingsOf(words, "tokenizer_config.json")!),
                    File.ReadAllBytes(manifest.SettingsOf(words, "special_tokens_map.json")!));
                Assert.Equal(ids.EnumerateArray().Select(value => value.GetInt32()), tokenizer.Encode(item.GetProperty("prompt").GetString()!));
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Text_agrees_with_torch(string id)
    {
        var (model, reference) = _families.Get(id);
        var text = model.TextEncoder.Encode(Prompt(reference), default);
        Agrees(id, reference.GetProperty("text").GetProperty("rows"), text.Values.Span);
        if (model.EmptyNegativeIsZero)
        {
            Agrees(id, reference.GetProperty("text").GetProperty("pooled"), text.Pooled.Span);
            Assert.All(FamilyModels.Numbers(reference.GetProperty("text").GetProperty("negative")), number => Assert.Equal(0, number));
        }
        else
        {
            Agrees(id, reference.GetProperty("text").GetProperty("negative"), model.TextEncoder.Encode("", default).Values.Span);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void One_run_of_the_denoiser_on_two_images_agrees_with_torch(string id)
    {
        var (model, reference) = _families.Get(id);
        var unet = reference.GetProperty("unet");
        var (latents, extra) = (FamilyModels.Numbers(unet.GetProperty("latents")), FamilyModels.Numbers(unet.GetProperty("extra")));
        var prompt = model.TextEncoder.Encode(Prompt(reference), default);
        var negative = model.EmptyNegativeIsZero
            ? prompt with { Values = new float[prompt.Values.Length], Pooled = new float[prompt.Pooled.Length] }
            : model.TextEncoder.Encode("", default);
        float[] expected = FamilyModels.Numbers(unet.GetProperty("output")), output = new float[latents.Length];
        if (model.Denoiser.ExtraChannels == 0)
        {
            Run(0, 2, []);
        }
        else
        {
            // Within a batch there is one mask; the reference has two.
            Run(0, 1, extra[..(extra.Length / 2)]);
            Run(1, 1, extra[(extra.Length / 2)..]);
        }

        Agrees(id, expected, output);

        void Run(int first, int count, float[] more)
        {
            var one = model.Latent.Count;
            float[] rows = [.. negative.Values.Span, .. prompt.Values.Span], pooled = [.. negative.Pooled.Span, .. prompt.Pooled.Span];
            var input = new DenoiserInput(
                model.Latent, count, unet.GetProperty("timestep").GetInt32(), latents.AsSpan(first * one, count * one), prompt.Tokens,
                rows.AsSpan(first * rows.Length / 2, count * rows.Length / 2))
            {
                Pooled = pooled.AsSpan(first * pooled.Length / 2, count * pooled.Length / 2),
                Extra = more,
                Guidance = reference.GetProperty("run").GetProperty("guidance").GetDouble(),
            };
            model.Denoiser.Predict(input, output.AsSpan(first * one, count * one), default);
        }
    }

    [Theory]
    [MemberData(nameof(PaintingFromNoise))]
    public void A_painting_agrees_with_torch(string id) => AssertPaints(id, "paint", null);

    [Theory]
    [MemberData(nameof(Encoding))]
    public void The_encoder_agrees_with_torch(string id)
    {
        var (model, reference) = _families.Get(id);
        using var picture = Picture(reference, model);
        var latent = new float[model.Latent.Count];
        model.Encoder!.Encode(model.Latent, DecodedPixels.ToPlanes(picture), latent, default);
        Agrees(id, reference.GetProperty("encode"), latent);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_decoder_agrees_with_torch(string id)
    {
        var (model, reference) = _families.Get(id);
        var planes = new float[model.Decoder.SizeOf(model.Latent).Pixels * model.Decoder.Channels];
        model.Decoder.Decode(model.Latent, FamilyModels.Numbers(reference.GetProperty("decode").GetProperty("latent")), planes, default);
        Agrees(id, reference.GetProperty("decode").GetProperty("planes"), planes);
    }

    [Theory]
    [MemberData(nameof(Encoding))]
    public void Painting_from_a_picture_agrees_with_torch(string id)
    {
        var (model, reference) = _families.Get(id);
        using var picture = Picture(reference, model);
        var strength = reference.GetProperty("run").GetProperty("strength").GetDouble();
        if (reference.TryGetProperty("again", out _))
        {
            AssertPaints(id, "again", new StartImage(picture, strength));
        }

        var mask = reference.GetProperty("picture").GetProperty("mask").GetBytesFromBase64();
        AssertPaints(id, "inpaint", new StartImage(picture, strength) { Mask = mask });
        AssertPaints(id, "inpaint_all", new StartImage(picture, 1) { Mask = mask });
    }

    [Fact]
    public void Matting_agrees_with_torch_and_makes_cut_outs()
    {
        var (model, reference) = _families.Get("sd2-half");
        using var picture = Picture(reference, model);
        var alpha = new float[picture.Size.Pixels];
        model.Matting!.FindAlpha(picture, alpha, default);
        Assert.True(Distance(FamilyModels.Numbers(reference.GetProperty("alpha")), alpha) < Single);
        using var cut = Assert.Single(_families.Catalog.Painter("sd2-half").Paint([Request(reference)], null, default));
        Assert.Equal((4, new CanvasSize(40, 24)), (cut.Channels, cut.Size));
    }

    [Theory]
    [InlineData("lcm")]
    [InlineData("sdxl")]
    public void What_only_some_families_read_changes_what_they_paint(string id)
    {
        var (model, reference) = _families.Get(id);
        var prompt = model.TextEncoder.Encode(Prompt(reference), default);
        float[] Run(double guidance, ReadOnlyMemory<float> pooled)
        {
            var output = new float[model.Latent.Count];
            var input = new DenoiserInput(model.Latent, 1, 300, new float[output.Length], prompt.Tokens, prompt.Values.Span) { Pooled = pooled.Span, Guidance = guidance };
            model.Denoiser.Predict(input, output, default);
            return output;
        }

        var usual = Run(8.5, prompt.Pooled);
        Assert.True(Distance(usual, id == "lcm" ? Run(8, prompt.Pooled) : Run(8.5, new float[prompt.Pooled.Length])) > 10 * Single);
    }

    private void AssertPaints(string id, string stage, StartImage? start)
    {
        var (model, reference) = _families.Get(id);
        var recorder = new RecordingDecoder(model.Decoder);
        var painter = new DiffusionPainter(model with { Decoder = recorder });
        Assert.Single(painter.Paint([Request(reference) with { Start = start }], null, default)).Dispose();
        Agrees(id, reference.GetProperty(stage), recorder.Latent);
    }

    private static PaintRequest Request(JsonElement reference)
    {
        var run = reference.GetProperty("run");
        return new PaintRequest(
            Prompt(reference), run.GetProperty("seed").GetUInt64(), run.GetProperty("steps").GetInt32(), run.GetProperty("guidance").GetDouble(),
            run.GetProperty("scheduler").GetString()!);
    }

    private static string Prompt(JsonElement reference) => reference.GetProperty("run").GetProperty("prompt").GetString()!;

    private static PixelImage Picture(JsonElement reference, DiffusionModel model)
    {
        var picture = PixelImage.Create(model.Decoder.SizeOf(model.Latent), 3);
        reference.GetProperty("picture").GetProperty("rgb").GetBytesFromBase64().CopyTo(picture.Pixels);
        return picture;
    }

    private static void Agrees(string id, JsonElement expected, ReadOnlySpan<float> actual) => Agrees(id, FamilyModels.Numbers(expected), actual);

    private static void Agrees(string id, float[] expected, ReadOnlySpan<float> actual)
    {
        var distance = Distance(expected, actual);
        Assert.True(distance <= (id.EndsWith("-half", StringComparison.Ordinal) ? Half : Single), $"{id} differs by {distance:0.0e+0}");
    }

    private static double Distance(float[] expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        var (difference, largest) = (0.0, 0.0);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(float.IsFinite(actual[i]));
            difference = Math.Max(difference, Math.Abs((double)expected[i] - actual[i]));
            largest = Math.Max(largest, Math.Abs((double)expected[i]));
        }

        return difference / largest;
    }

    /// <summary>All models loaded once.</summary>
    public sealed class Families : IDisposable
    {
        public ModelCatalog Catalog { get; } = new(FamilyModels.Folder, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

        public (DiffusionModel Model, JsonElement Reference) Get(string id) => (Catalog.Parts(id), FamilyModels.Reference(id));

        public void Dispose() => Catalog.Dispose();
    }

    private sealed class RecordingDecoder(IImageDecoder decoder) : IImageDecoder
    {
        public float[] Latent { get; private set; } = [];

        public int Channels => decoder.Channels;

        public CanvasSize SizeOf(LatentShape shape) => decoder.SizeOf(shape);

        public void Decode(LatentShape shape, ReadOnlySpan<float> latent, Span<float> planes, CancellationToken cancellation)
        {
            Latent = latent.ToArray();
            decoder.Decode(shape, latent, planes, cancellation);
        }
    }
}
