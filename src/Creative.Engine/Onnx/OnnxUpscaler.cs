using System.Buffers;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Engine.Onnx;

/// <summary>
/// image [batch, 4, height, width] → upscaled [batch, 4, scale · height, scale · width], premultiplied RGBA in −1 to 1. A
/// picture whose sides are no multiples of what the graph asks for is padded by repeating its last row and column, and the
/// result is cut to size, so that any size goes in. An RGB picture goes in as a solid one.
/// </summary>
internal sealed class OnnxUpscaler : IImageUpscaler, IDisposable
{
    private const string Input = "image";
    private const string Output = "upscaled";
    private const int Channels = 4;

    private readonly OnnxModel _model;
    private readonly int _multiple;

    private OnnxUpscaler(ModelManifest manifest, OnnxRuntimeHost host)
    {
        (Model, Scale, _multiple) = (manifest.Identity, manifest.Upscaler!.Scale, manifest.Upscaler.Multiple);
        _model = new OnnxModel(
            manifest.Graph,
            host,
            [new(Input, [-1, Channels, TensorRule.Free, TensorRule.Free], TensorRule.Floats)],
            [new(Output, [-1, Channels, TensorRule.Free, TensorRule.Free], TensorRule.Floats)]);
    }

    public ModelIdentity Model { get; }

    public int Scale { get; }

    public static OnnxUpscaler Load(ModelManifest manifest, OnnxRuntimeHost host) => new(manifest, host);

    public PixelImage Upscale(PixelImage image, CancellationToken cancellation)
    {
        var padded = new CanvasSize(Round(image.Size.Width), Round(image.Size.Height));
        var large = new CanvasSize(padded.Width * Scale, padded.Height * Scale);
        var (small, count) = (checked((int)padded.Pixels * Channels), checked((int)large.Pixels * Channels));
        var planes = ArrayPool<float>.Shared.Rent(Math.Max(small, count));
        try
        {
            Fill(image, padded, planes);
            using (var turn = _model.Enter(cancellation))
            {
                turn.Set(Input, planes.AsSpan(0, small), 1, Channels, padded.Height, padded.Width);
                turn.Expect(Output, 1, Channels, large.Height, large.Width);
                turn.Run();
                turn.Get(Output, planes.AsSpan(0, count));
            }

            return ToImage(planes, large, new CanvasSize(image.Size.Width * Scale, image.Size.Height * Scale), image.Channels);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(planes);
        }
    }

    public void Dispose() => _model.Dispose();

    private int Round(int side) => (side + _multiple - 1) / _multiple * _multiple;

    private static void Fill(PixelImage image, CanvasSize padded, Span<float> planes)
    {
        var plane = (int)padded.Pixels;
        for (var y = 0; y < padded.Height; y++)
        {
            var row = image.Row(Math.Min(y, image.Size.Height - 1));
            for (var x = 0; x < padded.Width; x++)
            {
                var pixel = row.Slice(Math.Min(x, image.Size.Width - 1) * image.Channels, image.Channels);
                for (var channel = 0; channel < Channels; channel++)
                {
                    var value = channel < pixel.Length ? pixel[channel] : byte.MaxValue;
                    planes[(channel * plane) + (y * padded.Width) + x] = (value / 127.5f) - 1;
                }
            }
        }
    }

    /// <summary>Bytes of the part that is no padding. Rounding is the same for colour and alpha, so a colour never exceeds its alpha.</summary>
    private static PixelImage ToImage(ReadOnlySpan<float> planes, CanvasSize large, CanvasSize size, int channels)
    {
        var plane = (int)large.Pixels;
        var image = PixelImage.Create(size, channels);
        for (var y = 0; y < size.Height; y++)
        {
            var row = image.Row(y);
            for (var channel = 0; channel < channels; channel++)
            {
                var values = planes.Slice((channel * plane) + (y * large.Width), size.Width);
                for (var x = 0; x < values.Length; x++)
                {
                    row[(x * channels) + channel] = (byte)(((Math.Clamp(values[x], -1, 1) + 1) * 127.5f) + 0.5f);
                }
            }
        }

        return image;
    }
}
