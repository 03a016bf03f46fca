using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Engine.Families;

namespace Creative.Engine.Onnx;

/// <summary>
/// A network of the shape of U²-Net, ISNet or BiRefNet: one input [batch, 3, height, width], RGB, normalized → first output
/// [batch, 1, height, width], alpha. The picture is scaled to the network's size and the alpha back to the picture's.
/// </summary>
internal sealed class OnnxMatting : IMatting, IDisposable
{
    /// <summary>Networks that take any size halve it up to this many times.</summary>
    private const int Multiple = 32;

    private readonly OnnxModel _model;
    private readonly MattingSettings _settings;
    private readonly string _input;
    private readonly string _output;

    public OnnxMatting(string path, OnnxRuntimeHost host, PartSettings json)
    {
        _settings = MattingSettings.Read(json);
        _model = new OnnxModel(path, host, graph => new GraphRules(
            [new(Only(graph, path), [-1, 3, _settings.Size?.Height ?? -1, _settings.Size?.Width ?? -1], TensorRule.Floats)],
            [new(graph.OutputNames[0], [-1, 1, -1, -1], TensorRule.Floats)]));
        (_input, _output) = (_model.Signature.Inputs.Keys.Single(), _model.Signature.OutputNames[0]);
    }

    public void FindAlpha(PixelImage picture, Span<float> alpha, CancellationToken cancellation)
    {
        var size = SizeFor(picture.Size);
        var planes = Planes(picture, size);
        var found = new float[size.Pixels];
        using (var turn = _model.Enter(cancellation))
        {
            turn.Set(_input, planes, 1, 3, size.Height, size.Width);
            turn.Expect(_output, 1, 1, size.Height, size.Width);
            turn.Run();
            turn.Get(_output, found);
        }

        ToAlpha(found);
        PlaneScaling.Bilinear(found, size, alpha, picture.Size);
    }

    public void Dispose() => _model.Dispose();

    private static string Only(GraphSignature graph, string path) => graph.Inputs.Count == 1
        ? graph.Inputs.Keys.Single()
        : throw new InvalidModelException(path, $"reads {string.Join(", ", graph.Inputs.Keys)}; expected one picture");

    private CanvasSize SizeFor(CanvasSize picture)
    {
        var (height, width) = (_model.InputSide(_input, 2), _model.InputSide(_input, 3));
        static int Round(int side) => (side + Multiple - 1) / Multiple * Multiple;
        return _settings.Size ?? new CanvasSize(width > 0 ? width : Round(picture.Width), height > 0 ? height : Round(picture.Height));
    }

    private float[] Planes(PixelImage picture, CanvasSize size)
    {
        var (count, small) = ((int)picture.Size.Pixels, (int)size.Pixels);
        var (plane, planes) = (new float[count], new float[3 * small]);
        for (var channel = 0; channel < 3; channel++)
        {
            var (scale, mean, deviation) = (_settings.Scale, _settings.Mean[channel], _settings.Deviation[channel]);
            var pixels = picture.Pixels;
            for (var i = 0; i < count; i++)
            {
                plane[i] = (float)(((pixels[(3 * i) + channel] * scale) - mean) / deviation);
            }

            PlaneScaling.Bilinear(plane, picture.Size, planes.AsSpan(channel * small, small), size);
        }

        return planes;
    }

    private void ToAlpha(float[] values)
    {
        var (least, most) = _settings.Output == MatteOutput.MinMax ? (values.Min(), values.Max()) : (0, 1);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _settings.Output == MatteOutput.Logits
                ? 1 / (1 + MathF.Exp(-values[i]))
                : Math.Clamp((values[i] - least) / Math.Max(most - least, 1e-6f), 0, 1);
        }
    }
}
