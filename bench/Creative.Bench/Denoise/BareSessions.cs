using Creative.Core.Diffusion.Text;
using Creative.Engine;
using Creative.Engine.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Creative.Bench.Denoise;

/// <summary>The sessions of a model with nothing around them: every input lies ready in native form, outputs have their memory.</summary>
internal sealed class BareSessions : IDisposable
{
    private readonly List<(InferenceSession Session, string[] Names, OrtValue[] Inputs, string[] Outputs, OrtValue[] Results)> _runs = [];
    private readonly List<IDisposable> _owned = [];
    private readonly RunOptions _options = new();

    public BareSessions(ModelManifest manifest, OnnxRuntimeHost host, Recorder recorded)
    {
        var text = Open(manifest.TextEncoder, host);
        var denoiser = Open(manifest.Denoiser, host);
        var decoder = Open(manifest.Decoder, host);
        var section = manifest.Elements!;
        var latent = section.Latent;
        var tokenizer = new ClipTokenizer(
            File.ReadAllBytes(manifest.Vocabulary), File.ReadAllText(manifest.Merges), File.ReadAllBytes(manifest.TokenizerSettings!));
        foreach (var prompt in recorded.Prompts)
        {
            var ids = Array.ConvertAll(tokenizer.Encode(prompt), id => (long)id);
            var width = text.OutputMetadata["last_hidden_state"].Dimensions[2];
            Add(text, "last_hidden_state", [1, ids.Length, width], ("input_ids", Value(ids, 1, ids.Length)));
        }

        foreach (var step in recorded.Steps)
        {
            long[] shape = [step.Batch, latent.Channels, latent.Height, latent.Width];
            Add(
                denoiser,
                "out_sample",
                shape,
                ("sample", Value(step.Samples, shape)),
                ("timestep", Value([(long)step.Timestep], 1)),
                ("encoder_hidden_states", Value(step.Text, step.Batch, step.Tokens, step.Text.Length / step.Batch / step.Tokens)));
        }

        foreach (var image in recorded.Decoded)
        {
            Add(
                decoder,
                "sample",
                [1, section.Channels, latent.Height * section.Downscale, latent.Width * section.Downscale],
                ("latent_sample", Value(image, 1, latent.Channels, latent.Height, latent.Width)));
        }
    }

    public void RunAll() => _runs.ForEach(run => run.Session.Run(_options, run.Names, run.Inputs, run.Outputs, run.Results));

    public void Dispose()
    {
        _owned.ForEach(part => part.Dispose());
        _options.Dispose();
    }

    private InferenceSession Open(string path, OnnxRuntimeHost host)
    {
        using var options = host.NewOptions();
        return Own(new InferenceSession(path, options));
    }

    private void Add(InferenceSession session, string output, long[] shape, params (string Name, OrtValue Value)[] inputs)
    {
        var result = Value(new float[shape.Aggregate(1L, (a, b) => a * b)], shape);
        _runs.Add((session, [.. inputs.Select(input => input.Name)], [.. inputs.Select(input => input.Value)], [output], [result]));
    }

    private OrtValue Value<T>(T[] values, params long[] shape)
        where T : unmanaged => Own(OrtValue.CreateTensorValueFromMemory(values, shape));

    private T Own<T>(T part)
        where T : IDisposable
    {
        _owned.Add(part);
        return part;
    }
}
