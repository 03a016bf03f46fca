using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Sampling;
using Creative.Core.Diffusion.Text;

namespace Creative.Engine.Onnx;

/// <summary>The parts of a model of the Stable Diffusion family, loaded.</summary>
internal sealed class OnnxDiffusionModel : IDisposable
{
    private readonly IDisposable[] _parts;

    private OnnxDiffusionModel(DiffusionModel model, IDisposable[] parts) => (Model, _parts) = (model, parts);

    public DiffusionModel Model { get; }

    public static OnnxDiffusionModel Load(ModelManifest manifest, OnnxRuntimeHost host)
    {
        var section = manifest.Elements!;
        var parts = new List<IDisposable>();
        try
        {
            var tokenizer = Read(manifest, folder => new ClipTokenizer(
                File.ReadAllBytes(folder.Vocabulary),
                File.ReadAllText(folder.Merges),
                folder.TokenizerSettings is { } settings ? File.ReadAllBytes(settings) : null));
            var scheduler = Read(manifest, folder => SchedulerConfigReader.Read(File.ReadAllBytes(folder.Scheduler)));
            var encoder = Keep(new OnnxTextEncoder(tokenizer, manifest.TextEncoder, host));
            var denoiser = Keep(new OnnxDenoiser(manifest.Denoiser, host, section.Latent, encoder.Width));
            var fewSteps = section.Vocabulary.FewSteps is null ? null : Keep(new OnnxDenoiser(manifest.FewStepDenoiser, host, section.Latent, encoder.Width));
            var decoder = Keep(new OnnxImageDecoder(manifest.Decoder, host, section));
            return new OnnxDiffusionModel(
                new DiffusionModel
                {
                    Identity = manifest.Identity,
                    Vocabulary = section.Vocabulary,
                    Scheduler = scheduler,
                    Latent = section.Latent,
                    Alpha = section.Alpha,
                    TextEncoder = encoder,
                    Denoiser = denoiser,
                    FewStepDenoiser = fewSteps,
                    Decoder = decoder,
                },
                [.. parts]);
        }
        catch
        {
            parts.ForEach(part => part.Dispose());
            throw;
        }

        T Keep<T>(T part)
            where T : IDisposable
        {
            parts.Add(part);
            return part;
        }
    }

    public void Dispose() => Array.ForEach(_parts, part => part.Dispose());

    private static T Read<T>(ModelManifest manifest, Func<ModelManifest, T> read)
    {
        try
        {
            return read(manifest);
        }
        catch (FormatException error)
        {
            throw new InvalidModelException(manifest.Folder, error.Message, error);
        }
    }
}
