namespace Creative.Core.Diffusion;

/// <summary>A batch of latents at one timestep, each with its prompt.</summary>
/// <param name="shape">Of one latent.</param>
/// <param name="batch">Latents, 1 or more.</param>
/// <param name="timestep">0 to the number of training steps; may be fractional.</param>
/// <param name="samples">Batch × shape, of variance 1.</param>
/// <param name="tokens">Rows of each prompt.</param>
/// <param name="text">Batch × tokens × width.</param>
public readonly ref struct DenoiserInput(
    LatentShape shape, int batch, double timestep, ReadOnlySpan<float> samples, int tokens, ReadOnlySpan<float> text)
{
    public LatentShape Shape { get; } = shape;

    public int Batch { get; } = batch;

    public double Timestep { get; } = timestep;

    public ReadOnlySpan<float> Samples { get; } = samples;

    public int Tokens { get; } = tokens;

    public ReadOnlySpan<float> Text { get; } = text;
}

/// <summary>Safe to call from several threads.</summary>
public interface IDenoiser
{
    /// <param name="output">Receives batch × shape numbers, in the model's prediction type.</param>
    /// <param name="cancellation">Stops in the middle of a run.</param>
    void Predict(DenoiserInput input, Span<float> output, CancellationToken cancellation);
}
