using System.Security.Cryptography;
using System.Text;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Server.Painting;

/// <summary>Enlarges what the cache does not have: by the weights and the pixels, which decide the result.</summary>
public sealed class CachedUpscaler(IImageUpscaler upscaler, ElementCache cache) : IImageUpscaler
{
    public ModelIdentity Model => upscaler.Model;

    public int Scale => upscaler.Scale;

    public PixelImage Upscale(PixelImage image, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var key = KeyOf(image);
        if (cache.Find(key) is { } known)
        {
            return known;
        }

        var made = upscaler.Upscale(image, cancellation);
        cache.Keep(key, made);
        return made;
    }

    private string KeyOf(PixelImage image)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Model.Sha256}\n{image.Size.Width}x{image.Size.Height}x{image.Channels}\n"));
        hash.AppendData(image.Pixels);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
