namespace Creative.Core.Diffusion;

/// <summary>A prompt as the denoiser reads it.</summary>
/// <param name="Tokens">Rows; the same for every prompt of a model.</param>
/// <param name="Width">Numbers in a row.</param>
/// <param name="Values">Tokens × width, row by row.</param>
public sealed record TextEmbedding(int Tokens, int Width, ReadOnlyMemory<float> Values)
{
    /// <value>The whole prompt in one row, for a denoiser that reads it too (SDXL); else empty.</value>
    public ReadOnlyMemory<float> Pooled { get; init; }
}

/// <summary>Safe to call from several threads.</summary>
public interface ITextEncoder
{
    TextEmbedding Encode(string prompt, CancellationToken cancellation);
}
