using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Bench.Denoise;

/// <summary>One run of a denoiser, as it was asked for.</summary>
internal sealed record RecordedStep(int Batch, double Timestep, float[] Samples, int Tokens, float[] Text);

/// <summary>Stands between a painter and its model and keeps what passes.</summary>
internal sealed class Recorder : ITextEncoder, IDenoiser, IImageDecoder
{
    private readonly DiffusionModel _inner;

    public Recorder(DiffusionModel inner)
    {
        _inner = inner;
        Model = inner with { TextEncoder = this, Denoiser = this, Decoder = this };
    }

    public DiffusionModel Model { get; }

    public List<string> Prompts { get; } = [];

    public List<RecordedStep> Steps { get; } = [];

    public List<float[]> Decoded { get; } = [];

    public int Channels => _inner.Decoder.Channels;

    public TextEmbedding Encode(string prompt, CancellationToken cancellation)
    {
        Prompts.Add(prompt);
        return _inner.TextEncoder.Encode(prompt, cancellation);
    }

    public void Predict(DenoiserInput input, Span<float> output, CancellationToken cancellation)
    {
        Steps.Add(new RecordedStep(input.Batch, input.Timestep, input.Samples.ToArray(), input.Tokens, input.Text.ToArray()));
        _inner.Denoiser.Predict(input, output, cancellation);
    }

    public CanvasSize SizeOf(LatentShape shape) => _inner.Decoder.SizeOf(shape);

    public void Decode(LatentShape shape, ReadOnlySpan<float> latent, Span<float> planes, CancellationToken cancellation)
    {
        Decoded.Add(latent.ToArray());
        _inner.Decoder.Decode(shape, latent, planes, cancellation);
    }
}
