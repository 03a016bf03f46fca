using Creative.Core.Imaging;

namespace Creative.Core.Diffusion;

/// <summary>Draws a picture anew with more pixels. The same pixels in give the same pixels out. Safe to call from several threads.</summary>
public interface IImageUpscaler
{
    ModelIdentity Model { get; }

    /// <value>How many times as wide and as high the result is, 2 to 4.</value>
    int Scale { get; }

    /// <param name="image">Any size; premultiplied RGBA or RGB. Remains the caller's.</param>
    /// <param name="cancellation">Stops in the middle of a run.</param>
    /// <returns>With as many channels; the caller disposes it.</returns>
    PixelImage Upscale(PixelImage image, CancellationToken cancellation);
}
