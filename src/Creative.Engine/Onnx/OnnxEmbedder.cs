using System.Buffers;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Scoring;

namespace Creative.Engine.Onnx;

/// <summary>image [batch, 4, size, size], premultiplied RGBA in −1 to 1 → embedding [batch, length], rows of length 1.</summary>
internal sealed class OnnxEmbedder : IImageEmbedder, IDisposable
{
    private const string Input = "image";
    private const string Output = "embedding";
    private const int Channels = 4;
    private const int MostImages = 64;

    private readonly OnnxModel _model;
    private readonly int _size;

    private OnnxEmbedder(ModelManifest manifest, OnnxRuntimeHost host)
    {
        (Model, _size, Length) = (manifest.Identity, manifest.Embedder!.Size, manifest.Embedder.Length);
        _model = new OnnxModel(
            manifest.Graph,
            host,
            [new(Input, [TensorRule.Free, Channels, _size, _size], TensorRule.Floats)],
            [new(Output, [-1, Length], TensorRule.Floats)]);
    }

    public ModelIdentity Model { get; }

    public int Length { get; }

    public static OnnxEmbedder Load(ModelManifest manifest, OnnxRuntimeHost host) => new(manifest, host);

    public IReadOnlyList<float[]> Embed(IReadOnlyList<PixelImage> images, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(images.Count, 1, nameof(images));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(images.Count, MostImages, nameof(images));
        var vectors = new float[images.Count][];
        var count = Channels * _size * _size;
        var planes = ArrayPool<float>.Shared.Rent(count);
        try
        {
            for (var i = 0; i < vectors.Length; i++)
            {
                Fill(images[i], planes.AsSpan(0, count));
                vectors[i] = Run(planes.AsSpan(0, count), cancellation);
            }

            return vectors;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(planes);
        }
    }

    public void Dispose() => _model.Dispose();

    /// <summary>One at a time: this small a network gains nothing from batches, and a vector must not depend on what it is asked for with.</summary>
    private float[] Run(ReadOnlySpan<float> planes, CancellationToken cancellation)
    {
        var vector = new float[Length];
        using var turn = _model.Enter(cancellation);
        turn.Set(Input, planes, 1, Channels, _size, _size);
        turn.Expect(Output, 1, Length);
        turn.Run();
        turn.Get(Output, vector);
        return vector;
    }

    private void Fill(PixelImage image, Span<float> planes)
    {
        var scale = (double)_size / Math.Max(image.Size.Width, image.Size.Height);
        int Side(int side) => Math.Clamp((int)Math.Round(side * scale), 1, _size);
        var fitted = new CanvasSize(Side(image.Size.Width), Side(image.Size.Height));
        var place = ((_size - fitted.Width) / 2, (_size - fitted.Height) / 2, fitted);
        planes.Clear();
        for (var channel = 0; channel < Channels; channel++)
        {
            var plane = planes.Slice(channel * _size * _size, _size * _size);
            if (channel < image.Channels)
            {
                TriangleScaling.Into(image, channel, plane, _size, place);
            }
            else
            {
                Solid(plane, place);
            }
        }

        for (var i = 0; i < planes.Length; i++)
        {
            planes[i] = (planes[i] / 127.5f) - 1;
        }
    }

    private void Solid(Span<float> plane, (int X, int Y, CanvasSize Size) place)
    {
        for (var y = place.Y; y < place.Y + place.Size.Height; y++)
        {
            plane.Slice((y * _size) + place.X, place.Size.Width).Fill(byte.MaxValue);
        }
    }
}
