using Creative.Core.Imaging;

namespace Creative.Core.Diffusion;

/// <summary>Safe to call from several threads.</summary>
public interface IImageDecoder
{
    /// <value>3 (RGB) or 4 (premultiplied RGB, then alpha).</value>
    int Channels { get; }

    CanvasSize SizeOf(LatentShape shape);

    /// <param name="latent">As many numbers as the shape says.</param>
    /// <param name="planes">Receives channels × height × width numbers, −1 to 1, one channel after the other.</param>
    /// <param name="cancellation">Stops in the middle of a run.</param>
    void Decode(LatentShape shape, ReadOnlySpan<float> latent, Span<float> planes, CancellationToken cancellation);
}
