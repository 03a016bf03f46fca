using Creative.Core.Imaging;

namespace Creative.Core.Diffusion;

/// <summary>Encodes the pictures that requests start from. Each alone: its numbers must not depend on the others.</summary>
internal sealed class LatentStarts(DiffusionModel model)
{
    private const byte Painted = 128;

    /// <param name="left">Steps that are left out.</param>
    /// <returns>Null for a request that starts from noise.</returns>
    public LatentStart? For(PaintRequest request, int left, CancellationToken cancellation)
    {
        if (request.Start is not { } start)
        {
            return null;
        }

        var encoder = model.Encoder ?? throw new InvalidOperationException($"{model.Identity.Id} cannot start from a picture: {model.WhyNoEncoder}.");
        cancellation.ThrowIfCancellationRequested();
        var planes = DecodedPixels.ToPlanes(start.Picture);
        var clean = new float[model.Latent.Count];
        encoder.Encode(model.Latent, planes, clean, cancellation);
        if (start.Mask is not { } bytes)
        {
            return new LatentStart(clean, null, [], left > 0);
        }

        var mask = Shrink(bytes.Span, start.Picture.Size);
        if (model.Denoiser.ExtraChannels == 0)
        {
            return new LatentStart(clean, mask, [], left > 0);
        }

        for (var i = 0; i < planes.Length; i++)
        {
            planes[i] *= bytes.Span[i % bytes.Length] < Painted ? 1 : 0;
        }

        var rest = new float[model.Latent.Count];
        encoder.Encode(model.Latent, planes, rest, cancellation);
        return new LatentStart(clean, mask, [.. mask, .. rest], left > 0);
    }

    /// <summary>To the latent's size, each number from the nearest pixel above and to the left, as PyTorch's "nearest".</summary>
    private float[] Shrink(ReadOnlySpan<byte> mask, CanvasSize size)
    {
        var (height, width) = (model.Latent.Height, model.Latent.Width);
        var small = new float[height * width];
        for (var i = 0; i < small.Length; i++)
        {
            var (y, x) = (i / width * size.Height / height, i % width * size.Width / width);
            small[i] = mask[(y * size.Width) + x] < Painted ? 0 : 1;
        }

        return small;
    }
}
