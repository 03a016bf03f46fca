using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Creative.Core.Imaging;
using Creative.Engine;
using Creative.Engine.Onnx;

namespace Creative.Bench.Elements.Reading;

/// <summary>What the classifier reads in a picture, each in a word of the prompts.</summary>
/// <param name="Shape">Class and variant, such as "gold-coin/yuan sign".</param>
/// <param name="Features">The vector before the classifier's heads.</param>
internal sealed record ElementReading(string Shape, string View, string Hue, float[] Features)
{
    public string Class => Shape[..Shape.IndexOf('/', StringComparison.Ordinal)];
}

/// <summary>
/// The classifier of models/elements-judge: trained on renders alone, on seeds of its own, so that it knows nothing of any
/// painter. Reads class and variant, view and hue.
/// </summary>
internal sealed class ElementReader : IDisposable
{
    private const string Input = "image";
    private const string Features = "features";
    private const int Channels = 4;

    private static readonly string[] Heads = ["shape", "view", "hue"];

    private readonly int _side;
    private readonly int _features;
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _labels;
    private readonly OnnxModel _model;

    /// <param name="folder">With classifier.onnx and labels.json.</param>
    /// <exception cref="InvalidModelException">The graph is not the one of labels.json.</exception>
    public ElementReader(string folder)
    {
        var path = Path.Combine(folder, "classifier.onnx");
        using var labels = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "labels.json")));
        if (labels.RootElement.GetProperty("files").GetProperty("classifier.onnx").GetString() != Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))))
        {
            throw new InvalidModelException(path, "is not the file of labels.json (another SHA-256)");
        }

        _side = labels.RootElement.GetProperty("image").GetProperty("width").GetInt32();
        _features = labels.RootElement.GetProperty("features").GetInt32();
        _labels = labels.RootElement.GetProperty("labels").EnumerateObject().ToImmutableDictionary(
            head => head.Name, head => head.Value.EnumerateArray().Select(word => word.GetString()!).ToImmutableArray());
        _model = new OnnxModel(
            path,
            new OnnxRuntimeHost(new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 }, _ => { }),
            [new(Input, [TensorRule.Free, Channels, _side, _side], TensorRule.Floats)],
            [.. Heads.Select(head => new TensorRule(head, [-1, _labels[head].Length], TensorRule.Floats)), new(Features, [-1, _features], TensorRule.Floats)]);
    }

    /// <param name="picture">Square, premultiplied RGBA, of the classifier's 128 pixels or a multiple.</param>
    public ElementReading Read(PixelImage picture)
    {
        if (picture.Channels != Channels || picture.Size.Width != picture.Size.Height || picture.Size.Width % _side != 0)
        {
            throw new ArgumentException($"The picture is {picture.Size} with {picture.Channels} channels, expected a square of a multiple of {_side} with 4.", nameof(picture));
        }

        using var turn = _model.Enter(default);
        turn.Set(Input, BlockMeans.Planes(picture, _side), 1, Channels, _side, _side);
        foreach (var head in Heads)
        {
            turn.Expect(head, 1, _labels[head].Length);
        }

        turn.Expect(Features, 1, _features);
        turn.Run();
        var features = new float[_features];
        turn.Get(Features, features);
        return new ElementReading(Likeliest(turn, "shape"), Likeliest(turn, "view"), Likeliest(turn, "hue"), features);
    }

    public void Dispose() => _model.Dispose();

    private string Likeliest(OnnxModel.Turn turn, string head)
    {
        var chances = new float[_labels[head].Length];
        turn.Get(head, chances);
        return _labels[head][Array.IndexOf(chances, chances.Max())];
    }
}
