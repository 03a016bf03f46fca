using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Core.Composition;

/// <summary>
/// The larger form of one element: made when first needed, once, whoever asks from whichever thread, since one element is
/// drawn in dozens of sizes. Owns what it made, not the element's own pixels.
/// </summary>
/// <param name="native">As it was painted.</param>
internal sealed class Enlargement(PixelImage native, IImageUpscaler upscaler) : IDisposable
{
    /// <summary>Longest side, in pixels, of what is enlarged: four times as much is more than any placement draws an element.</summary>
    public const int MostNative = 512;

    private readonly Lock _gate = new();
    private PixelImage? _made;

    public ModelIdentity Model => upscaler.Model;

    /// <summary>Whether enlarging helps: false for pictures that have pixels enough.</summary>
    public bool Applies => Math.Max(native.Size.Width, native.Size.Height) <= MostNative;

    /// <exception cref="OperationCanceledException">Stopped in the middle; whoever asks next makes it.</exception>
    public PixelImage Get(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _made ??= upscaler.Upscale(native, cancellation);
        }
    }

    /// <summary>Whether <paramref name="image"/> is what was made here.</summary>
    public bool Made(PixelImage image) => ReferenceEquals(image, Volatile.Read(ref _made));

    public void Dispose() => _made?.Dispose();
}
