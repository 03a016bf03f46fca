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

    /// <value>Batch × width of <see cref="TextEmbedding.Pooled"/>; empty where there is none.</value>
    public ReadOnlySpan<float> Pooled { get; init; }

    /// <value><see cref="IDenoiser.ExtraChannels"/> × height × width, the same for the whole batch.</value>
    public ReadOnlySpan<float> Extra { get; init; }

    /// <value>For a denoiser that <see cref="IDenoiser.EmbedsGuidance"/>.</value>
    public double Guidance { get; init; }
}

/// <summary>Safe to call from several threads.</summary>
public interface IDenoiser
{
    /// <value>True for one that was distilled to take guidance as a number (latent consistency models), and needs no second run without the prompt.</value>
    bool EmbedsGuidance => false;

    /// <value>0, or for a model that only inpaints: one for the mask (1: to be painted) and the latent's for what is kept.</value>
    int ExtraChannels => 0;

    /// <param name="output">Receives batch × shape numbers, in the model's prediction type.</param>
    /// <param name="cancellation">Stops in the middle of a run.</param>
    void Predict(DenoiserInput input, Span<float> output, CancellationToken cancellation);
}
