using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Creative.Engine.Onnx.Device;

/// <summary>One piece of a provider's memory, cut into tensors.</summary>
internal sealed class DeviceMemory : IDisposable
{
    private const long Alignment = 256;

    private readonly OrtMemoryAllocation _memory;
    private readonly OrtMemoryInfo _info;
    private readonly Dictionary<string, (long Offset, TensorElementType Type)> _places = new(StringComparer.Ordinal);
    private readonly List<OrtValue> _values = [];

    /// <exception cref="InvalidOperationException">More than 4 GiB.</exception>
    public DeviceMemory(OrtAllocator allocator, OrtMemoryInfo info, IEnumerable<DeviceTensor> tensors)
    {
        _info = info;
        List<DeviceTensor> list = [.. tensors];
        foreach (var tensor in list)
        {
            _places[tensor.Name] = (Bytes, tensor.Type);
            Bytes = checked(Bytes + ((tensor.Count * SizeOf(tensor.Type)) + Alignment - 1) / Alignment * Alignment);
        }

        _memory = Bytes <= uint.MaxValue
            ? allocator.Allocate((uint)Bytes)
            : throw new InvalidOperationException($"{Bytes} bytes for the tensors of one batch are more than can be had in one piece; a smaller MaxBatch needs fewer.");
    }

    public long Bytes { get; }

    /// <summary>A tensor, or part of one from its beginning, in a shape. Belongs to this memory.</summary>
    public OrtValue View(string name, params long[] shape)
    {
        var (offset, type) = _places[name];
        var bytes = shape.Aggregate(1L, (a, b) => a * b) * SizeOf(type);
        _values.Add(OrtValue.CreateTensorValueWithData(_info, type, shape, _memory.DangerousGetHandle() + (nint)offset, bytes));
        return _values[^1];
    }

    public void Dispose()
    {
        _values.ForEach(value => value.Dispose());
        _memory.Dispose();
    }

    private static int SizeOf(TensorElementType type) => type switch
    {
        TensorElementType.Float16 => 2,
        TensorElementType.Float or TensorElementType.Int32 => 4,
        TensorElementType.Double or TensorElementType.Int64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unsupported element type."),
    };
}

/// <summary>A tensor of a <see cref="DeviceMemory"/>.</summary>
internal sealed record DeviceTensor(string Name, TensorElementType Type, long Count);
