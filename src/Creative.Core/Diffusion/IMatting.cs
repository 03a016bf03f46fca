using Creative.Core.Imaging;

namespace Creative.Core.Diffusion;

/// <summary>Tells an object from what is behind it. Safe to call from several threads.</summary>
public interface IMatting
{
    /// <param name="picture">RGB.</param>
    /// <param name="alpha">Receives width × height numbers, 0 (behind) to 1 (object).</param>
    /// <param name="cancellation">Stops in the middle of a run.</param>
    void FindAlpha(PixelImage picture, Span<float> alpha, CancellationToken cancellation);
}
