using Creative.Core.Diffusion;
using Creative.Engine.Families;

namespace Creative.Engine.Onnx;

/// <summary>
/// A VAE's encoder as optimum exports it: sample [batch, 3 or 4, height·f, width·f] → latent_parameters [batch, 2·channels, height,
/// width], mean before log-variance, of which the mean is taken; or, of older exports, latent_sample [batch, channels, height, width].
/// </summary>
internal sealed class OnnxImageEncoder : IImageEncoder, IDisposable
{
    private const string Sample = "sample";
    private const string Parameters = "latent_parameters";
    private const string Latent = "latent_sample";

    private readonly OnnxModel _model;
    private readonly ElementsSection _section;
    private readonly VaeScaling _scaling;
    private readonly string _output;
    private readonly int _channels;

    public OnnxImageEncoder(string path, OnnxRuntimeHost host, ElementsSection section, VaeScaling scaling)
    {
        var latent = section.Latent;
        _model = new OnnxModel(path, host, graph => new GraphRules(
            [new(Sample, [-1, section.Channels, latent.Height * section.Downscale, latent.Width * section.Downscale], TensorRule.Floats)],
            [OutputOf(graph, latent)]));
        (_section, _scaling) = (section, scaling);
        (_output, _channels) = (OutputOf(_model.Signature, latent).Name, OutputOf(_model.Signature, latent).Sides[1]);
    }

    public void Encode(LatentShape shape, ReadOnlySpan<float> planes, Span<float> latent, CancellationToken cancellation)
    {
        var found = new float[_channels * shape.Height * shape.Width];
        using (var turn = _model.Enter(cancellation))
        {
            turn.Set(Sample, planes, 1, _section.Channels, shape.Height * _section.Downscale, shape.Width * _section.Downscale);
            turn.Expect(_output, 1, _channels, shape.Height, shape.Width);
            turn.Run();
            turn.Get(_output, found);
        }

        var (factor, shift) = ((float)_scaling.Factor, (float)_scaling.Shift);
        for (var i = 0; i < latent.Length; i++)
        {
            latent[i] = (found[i] - shift) * factor;
        }
    }

    public void Dispose() => _model.Dispose();

    private static TensorRule OutputOf(GraphSignature graph, LatentShape latent) => graph.Outputs.ContainsKey(Latent)
        ? new(Latent, [-1, latent.Channels, -1, -1], TensorRule.Floats)
        : new(Parameters, [-1, 2 * latent.Channels, -1, -1], TensorRule.Floats);
}
