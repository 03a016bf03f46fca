using System.Globalization;

namespace Creative.Engine.Folders;

/// <summary>A tensor that an ONNX file keeps in another file.</summary>
/// <param name="Location">As the file says; not to be trusted.</param>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Bytes; null for all that follow.</param>
internal readonly record struct ExternalTensor(string Location, long Offset, long? Length);

/// <summary>
/// What an ONNX file says before ONNX Runtime is given it: where its weights are and whether it draws random numbers. Field
/// numbers are those of onnx.proto3, version 1.17.
/// </summary>
internal sealed class OnnxFile
{
    private const int DeepestGraph = 32;

    private readonly ProtoReader _reader;
    private readonly HashSet<ExternalTensor> _external = [];
    private readonly Dictionary<int, long> _weights = [];

    private OnnxFile(ProtoReader reader) => _reader = reader;

    public IReadOnlyCollection<ExternalTensor> External => _external;

    /// <value>A run gives other numbers each time.</value>
    public bool DrawsNumbers { get; private set; }

    /// <value>In which most of the weights are, by bytes: "float32", "float16" and so on; empty without weights.</value>
    public string Precision => _weights.Count == 0 ? "" : _weights.MaxBy(pair => pair.Value).Key switch
    {
        1 => "float32",
        2 or 3 => "int8",
        10 => "float16",
        11 => "float64",
        16 => "bfloat16",
        var other => $"element type {other} of ONNX",
    };

    /// <exception cref="InvalidModelException">It is no ONNX file, or cut short.</exception>
    public static OnnxFile Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var file = new OnnxFile(new ProtoReader(stream));
            file.Model();
            return file;
        }
        catch (InvalidDataException error)
        {
            throw new InvalidModelException(path, $"is not a whole ONNX file: {error.Message}", error);
        }
    }

    private void Model()
    {
        var (end, graphs) = (_reader.Length, 0);
        while (_reader.Next(end, out var field, out var wire))
        {
            switch (field, wire)
            {
                case (7, ProtoReader.Bytes): Graph(_reader.End(end), 0); graphs++; break;
                case (20, ProtoReader.Bytes): Within(_reader.End(end), 1, (1, Graph), (2, Graph)); break;
                case (25, ProtoReader.Bytes): Within(_reader.End(end), 1, (7, Node)); break;
                default: _reader.Skip(wire, end); break;
            }
        }

        if (graphs != 1)
        {
            throw new InvalidDataException($"it holds {graphs} graphs, expected 1");
        }
    }

    private void Graph(long end, int depth) => Within(end, depth, (1, Node), (5, Tensor), (15, Sparse));

    private void Sparse(long end, int depth) => Within(end, depth, (1, Tensor), (2, Tensor));

    private void Attribute(long end, int depth) =>
        Within(end, depth + 1, (5, Tensor), (6, Graph), (10, Tensor), (11, Graph), (22, Sparse), (23, Sparse));

    private void Node(long end, int depth)
    {
        while (_reader.Next(end, out var field, out var wire))
        {
            switch (field, wire)
            {
                case (4, ProtoReader.Bytes): DrawsNumbers |= _reader.Text(end) is "RandomNormal" or "RandomNormalLike" or "RandomUniform" or "RandomUniformLike" or "Multinomial" or "Bernoulli"; break;
                case (5, ProtoReader.Bytes): Attribute(_reader.End(end), depth); break;
                default: _reader.Skip(wire, end); break;
            }
        }
    }

    private void Tensor(long end, int depth)
    {
        var (outside, entries) = (false, new Dictionary<string, string>(StringComparer.Ordinal));
        var (type, begin) = (0, _reader.Position);
        while (_reader.Next(end, out var field, out var wire))
        {
            switch (field, wire)
            {
                case (2, ProtoReader.Varint): type = (int)Math.Min(_reader.Number(end), int.MaxValue); break;
                case (13, ProtoReader.Bytes): Entry(_reader.End(end), entries); break;
                case (14, ProtoReader.Varint): outside = _reader.Number(end) == 1; break;
                default: _reader.Skip(wire, end); break;
            }
        }

        if (outside || entries.Count > 0)
        {
            _external.Add(new ExternalTensor(
                entries.GetValueOrDefault("location", ""), Whole(entries, "offset") ?? 0, Whole(entries, "length")));
        }

        _weights[type] = _weights.GetValueOrDefault(type) + (Whole(entries, "length") ?? end - begin);
    }

    private void Entry(long end, Dictionary<string, string> entries)
    {
        var (key, value) = ("", "");
        while (_reader.Next(end, out var field, out var wire))
        {
            switch (field, wire)
            {
                case (1, ProtoReader.Bytes): key = _reader.Text(end); break;
                case (2, ProtoReader.Bytes): value = _reader.Text(end); break;
                default: _reader.Skip(wire, end); break;
            }
        }

        entries[key] = value;
    }

    private void Within(long end, int depth, params ReadOnlySpan<(int Field, Action<long, int> Read)> parts)
    {
        if (depth > DeepestGraph)
        {
            throw new InvalidDataException($"its graphs are nested more than {DeepestGraph} deep");
        }

        while (_reader.Next(end, out var field, out var wire))
        {
            Action<long, int>? read = null;
            foreach (var part in parts)
            {
                read = part.Field == field && wire == ProtoReader.Bytes ? part.Read : read;
            }

            if (read is null)
            {
                _reader.Skip(wire, end);
            }
            else
            {
                read(_reader.End(end), depth);
            }
        }
    }

    private static long? Whole(Dictionary<string, string> entries, string key) => !entries.TryGetValue(key, out var text)
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"the {key} '{text}' of weights in another file is not a number of bytes");
}
