using System.Buffers;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Engine.Families;

namespace Creative.Engine.Onnx;

/// <summary>A VAE's decoder as optimum exports it: latent_sample [batch, channels, height, width] → sample [batch, 3 or 4, height·f, width·f].</summary>
internal sealed class OnnxImageDecoder(string path, OnnxRuntimeHost host, ElementsSection section, VaeScaling scaling) : IImageDecoder, IDisposable
{
    private const string Latent = "latent_sample";
    private const string Sample = "sample";

    private readonly OnnxModel _model = new(
        path,
        host,
        [new(Latent, [-1, section.Latent.Channels, section.Latent.Height, section.Latent.Width], TensorRule.Floats)],
        [new(Sample, [-1, section.Channels, -1, -1], TensorRule.Floats)]);

    public int Channels => section.Channels;

    public CanvasSize SizeOf(LatentShape shape) => new(shape.Width * section.Downscale, shape.Height * section.Downscale);

    public void Decode(LatentShape shape, ReadOnlySpan<float> latent, Span<float> planes, CancellationToken cancellation)
    {
        var scaled = ArrayPool<float>.Shared.Rent(latent.Length);
        try
        {
            var (factor, shift) = ((float)(1 / scaling.Factor), (float)scaling.Shift);
            for (var i = 0; i < latent.Length; i++)
            {
                scaled[i] = (latent[i] * factor) + shift;
            }

            var size = SizeOf(shape);
            using var turn = _model.Enter(cancellation);
            turn.Set(Latent, scaled.AsSpan(0, latent.Length), 1, shape.Channels, shape.Height, shape.Width);
            turn.Expect(Sample, 1, Channels, size.Height, size.Width);
            turn.Run();
            turn.Get(Sample, planes);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scaled);
        }
    }

    public void Dispose() => _model.Dispose();
}
