using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Core.Scoring;

/// <summary>
/// Turns pictures of elements into unit vectors: pictures of the same kind, colour, view and quality lie close together, and
/// linear models on the vectors tell such things apart. The basis of the scorer and of search by likeness. Safe to call from several threads.
/// </summary>
public interface IImageEmbedder
{
    ModelIdentity Model { get; }

    /// <value>Numbers in a vector.</value>
    int Length { get; }

    /// <summary>One vector for each picture, in their order; of length 1, so that a dot product is the cosine of the angle between two.</summary>
    /// <param name="images">1 to 64, of any sizes, premultiplied RGBA or RGB. One that is no square is fitted in, ratio kept, nothing cut off, empty around it.</param>
    /// <param name="cancellation">Stops in the middle of a run.</param>
    /// <exception cref="ArgumentOutOfRangeException">None, or more than 64.</exception>
    IReadOnlyList<float[]> Embed(IReadOnlyList<PixelImage> images, CancellationToken cancellation);
}
