using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Engine.Tests.Models;

/// <summary>Keeps what is decoded.</summary>
internal sealed class LatentRecorder(IImageDecoder decoder) : IImageDecoder
{
    public List<float[]> Latents { get; } = [];

    public int Channels => decoder.Channels;

    public CanvasSize SizeOf(LatentShape shape) => decoder.SizeOf(shape);

    public void Decode(LatentShape shape, ReadOnlySpan<float> latent, Span<float> planes, CancellationToken cancellation)
    {
        Latents.Add(latent.ToArray());
        decoder.Decode(shape, latent, planes, cancellation);
    }
}
