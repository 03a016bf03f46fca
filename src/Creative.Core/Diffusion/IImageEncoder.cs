namespace Creative.Core.Diffusion;

/// <summary>The way back of <see cref="IImageDecoder"/>. Safe to call from several threads.</summary>
public interface IImageEncoder
{
    /// <param name="planes">Channels × height × width numbers, −1 to 1, one channel after the other.</param>
    /// <param name="latent">Receives as many numbers as the shape says: the mean of the encoder's distribution, scaled as the denoiser wants it.</param>
    /// <param name="cancellation">Stops in the middle of a run.</param>
    void Encode(LatentShape shape, ReadOnlySpan<float> planes, Span<float> latent, CancellationToken cancellation);
}
