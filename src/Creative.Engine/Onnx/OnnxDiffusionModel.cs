using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Sampling;
using Creative.Core.Diffusion.Text;
using Creative.Engine.Families;
using Creative.Engine.Folders;

namespace Creative.Engine.Onnx;

/// <summary>The parts of a latent diffusion model of any family, loaded.</summary>
internal sealed class OnnxDiffusionModel : IDisposable
{
    private const string DrawsNumbers =
        "its vae_encoder draws its own noise, so that the same request would not give the same picture; exports of optimum 1.23 and newer do not";

    private readonly PartLoader _parts;

    private readonly WarmUp? _warmUp;

    private OnnxDiffusionModel(DiffusionModel model, PartLoader parts, OnnxRuntimeHost host)
    {
        (Model, _parts) = (model, parts);

        // A model that only inpaints has nothing to paint without a picture.
        _warmUp = host.WarmUp && model.Denoiser.ExtraChannels == 0 ? new WarmUp(model, Math.Max(1, host.DeviceImages), host.Log) : null;
    }

    public DiffusionModel Model { get; }

    /// <exception cref="InvalidModelException">Names every problem of every part.</exception>
    public static OnnxDiffusionModel Load(ModelManifest manifest, OnnxRuntimeHost host)
    {
        var parts = new PartLoader(manifest.Folder);
        try
        {
            return new OnnxDiffusionModel(Load(manifest, manifest.Elements!, host, parts), parts, host);
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _warmUp?.Dispose();
        _parts.Dispose();
    }

    private static DiffusionModel Load(ModelManifest manifest, ElementsSection section, OnnxRuntimeHost host, PartLoader parts)
    {
        var family = section.Family;
        var pipeline = parts.Try(() => PipelineOf(manifest, family));
        var scheduler = parts.Try(() => SchedulerConfigReader.Read(FolderFile.Read(manifest.Scheduler, FolderFile.MostSettings)));
        var first = parts.Try(() => Text(manifest, host, "", family.TwoEncoders ? TextRows.LastButOne : TextRows.Last));
        var second = family.TwoEncoders ? parts.Try(() => Text(manifest, host, "_2", TextRows.LastButOneAndPooled)) : null;
        var scaling = parts.Try(() => VaeScaling.Of(section.LatentScale, Settings(manifest, "vae_decoder")));
        var decoder = scaling is null ? null : parts.Try(() => new OnnxImageDecoder(manifest.Decoder, host, section, scaling));
        var draws = manifest.Encoder is { } graph && OnnxFile.Read(graph).DrawsNumbers;
        var encoder = manifest.Encoder is { } path && !draws && scaling is not null
            ? parts.Try(() => new OnnxImageEncoder(path, host, section, scaling)) : null;
        var matting = manifest.Matting is { } matte ? parts.Try(() => new OnnxMatting(matte, host, PartSettings.Read(manifest.SettingsOf("matting", "preprocessor_config.json")))) : null;
        var text = first is null || (family.TwoEncoders && second is null) ? null : parts.Try(() => new OnnxTextEncoder(second is null ? [first] : [first, second]));
        var denoiser = text is null ? null : parts.Try(() => Denoiser(manifest, host, text, "unet"));
        var fewSteps = text is null || section.Vocabulary.FewSteps is null ? null : parts.Try(() => Denoiser(manifest, host, text, "unet_few_steps"));
        if (matting is not null && section.Channels == 4)
        {
            parts.Try<object>(() => throw new InvalidModelException(manifest.Folder, "matting is for models that paint RGB, and this one paints alpha itself"));
        }

        parts.ThrowIfWrong();
        return new DiffusionModel
        {
            Identity = manifest.Identity,
            Vocabulary = section.Vocabulary,
            Scheduler = scheduler!,
            Latent = section.Latent,
            Alpha = section.Alpha,
            TextEncoder = new CachedTextEncoder(text!),
            Denoiser = denoiser!,
            FewStepDenoiser = fewSteps,
            Decoder = decoder!,
            Encoder = encoder,
            WhyNoEncoder = draws ? DrawsNumbers : "it has no vae_encoder",
            Matting = matting,
            EmptyNegativeIsZero = family.TwoEncoders && (pipeline?.Flag("force_zeros_for_empty_prompt") ?? true),
        };
    }

    /// <exception cref="InvalidModelException">model_index.json tells of another family than model.json.</exception>
    private static PartSettings PipelineOf(ModelManifest manifest, ModelFamily family)
    {
        var pipeline = PartSettings.Read(manifest.Pipeline);
        if (pipeline.Text("_class_name") is { } name && ModelFamily.OfPipeline(name) is var found && found != family)
        {
            throw pipeline.Problem("_class_name", found is null
                ? $"{name} is not a pipeline that can be run; known are {string.Join(", ", ModelFamily.All.Select(known => known.Pipeline))}"
                : $"{name} is of the family {found.Name}, but model.json says {family.Name}");
        }

        return pipeline;
    }

    private static ClipTextGraph Text(ModelManifest manifest, OnnxRuntimeHost host, string number, TextRows rows)
    {
        var (words, part) = ($"tokenizer{number}", $"text_encoder{number}");
        return new ClipTextGraph(Tokenizer(manifest, words), manifest.GraphOf(part), host, rows, Settings(manifest, part));
    }

    private static OnnxDenoiser Denoiser(ModelManifest manifest, OnnxRuntimeHost host, OnnxTextEncoder text, string part)
    {
        var section = manifest.Elements!;
        return new OnnxDenoiser(manifest.GraphOf(part), host, new UNetSignature(section.Family, section.Latent, section.Downscale, text, Settings(manifest, part)));
    }

    private static ClipTokenizer Tokenizer(ModelManifest manifest, string words)
    {
        try
        {
            return new ClipTokenizer(
                FolderFile.Read(manifest.WordsOf(words, "vocab.json"), FolderFile.MostWords),
                System.Text.Encoding.UTF8.GetString(FolderFile.Read(manifest.WordsOf(words, "merges.txt"), FolderFile.MostWords)),
                Bytes(manifest.SettingsOf(words, "tokenizer_config.json")),
                Bytes(manifest.SettingsOf(words, "special_tokens_map.json")));
        }
        catch (FormatException error)
        {
            throw new InvalidModelException(Path.Combine(manifest.Folder, words), error.Message, error);
        }
    }

    private static ReadOnlyMemory<byte>? Bytes(string? path) =>
        path is null ? default(ReadOnlyMemory<byte>?) : FolderFile.Read(path, FolderFile.MostSettings);

    private static PartSettings Settings(ModelManifest manifest, string part) => PartSettings.Read(manifest.SettingsOf(part));
}
