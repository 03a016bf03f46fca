using System.Text;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Creative.Engine.Onnx.Device;

/// <summary>Writes small ONNX graphs (onnx.proto, IR 8, operator set 17): https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.</summary>
internal sealed class GraphWriter
{
    private const int Irs = 8;
    private const int Operators = 17;
    private const int IntegerAttribute = 2;

    private readonly List<byte> _graph = [];

    public GraphWriter(string name) => Text(_graph, 2, name);

    /// <summary>Length of a side that differs from run to run: any name; no sides at all: any rank.</summary>
    public GraphWriter Input(string name, TensorElementType type, params ReadOnlySpan<string> sides) => Value(11, name, type, sides);

    public GraphWriter Output(string name, TensorElementType type, params ReadOnlySpan<string> sides) => Value(12, name, type, sides);

    public GraphWriter Node(string kind, string[] inputs, string output, (string Name, long Value)? setting = null)
    {
        List<byte> node = [];
        foreach (var input in inputs)
        {
            Text(node, 1, input);
        }

        Text(node, 2, output);
        Text(node, 4, kind);
        if (setting is { } given)
        {
            List<byte> attribute = [];
            Text(attribute, 1, given.Name);
            Number(attribute, 3, given.Value);
            Number(attribute, 20, IntegerAttribute);
            Message(node, 5, attribute);
        }

        Message(_graph, 1, node);
        return this;
    }

    public byte[] ToArray()
    {
        List<byte> model = [], operators = [];
        Text(operators, 1, "");
        Number(operators, 2, Operators);
        Number(model, 1, Irs);
        Message(model, 7, _graph);
        Message(model, 8, operators);
        return [.. model];
    }

    private GraphWriter Value(int field, string name, TensorElementType type, ReadOnlySpan<string> sides)
    {
        List<byte> value = [], kind = [], tensor = [], shape = [];
        foreach (var side in sides)
        {
            List<byte> dimension = [];
            Text(dimension, 2, side);
            Message(shape, 1, dimension);
        }

        Number(tensor, 1, (long)type);
        if (sides.Length > 0)
        {
            Message(tensor, 2, shape);
        }

        Message(kind, 1, tensor);
        Text(value, 1, name);
        Message(value, 2, kind);
        Message(_graph, field, value);
        return this;
    }

    private static void Number(List<byte> to, int field, long value)
    {
        Varint(to, (ulong)field << 3);
        Varint(to, (ulong)value);
    }

    private static void Text(List<byte> to, int field, string text) => Bytes(to, field, Encoding.UTF8.GetBytes(text));

    private static void Message(List<byte> to, int field, List<byte> message) => Bytes(to, field, [.. message]);

    private static void Bytes(List<byte> to, int field, byte[] bytes)
    {
        Varint(to, ((ulong)field << 3) | 2);
        Varint(to, (ulong)bytes.Length);
        to.AddRange(bytes);
    }

    private static void Varint(List<byte> to, ulong value)
    {
        for (; value > 127; value >>= 7)
        {
            to.Add((byte)(value | 128));
        }

        to.Add((byte)value);
    }
}
