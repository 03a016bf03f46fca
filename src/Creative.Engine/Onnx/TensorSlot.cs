using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Creative.Engine.Onnx;

/// <summary>Memory of one input or output of a model. It is kept, and made anew only when the shape changes.</summary>
internal abstract class TensorSlot : IDisposable
{
    public const TensorElementType Single = TensorElementType.Float;

    private long[] _shape = [];
    private OrtValue? _value;

    public abstract TensorElementType Type { get; }

    public OrtValue Value => _value ?? throw new InvalidOperationException("The shape of a tensor was not set.");

    public static TensorSlot For(TensorElementType type) => type switch
    {
        TensorElementType.Float => new Slot<float>(type, static x => x, static x => x, static x => x),
        TensorElementType.Float16 => new Slot<Float16>(type, static x => (Float16)x, static x => (float)x, static x => (Float16)(float)x),
        TensorElementType.Double => new Slot<double>(type, static x => x, static x => (float)x, static x => x),
        TensorElementType.Int64 => new Slot<long>(type, static x => (long)MathF.Round(x), static x => x, static x => x),
        TensorElementType.Int32 => new Slot<int>(type, static x => (int)MathF.Round(x), static x => x, static x => (int)x),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unsupported element type."),
    };

    public void Shape(ReadOnlySpan<long> shape)
    {
        if (_value is null || !shape.SequenceEqual(_shape))
        {
            _value?.Dispose();
            _shape = shape.ToArray();
            _value = Allocate(_shape);
        }
    }

    public abstract void Write(ReadOnlySpan<float> values);

    public abstract void Write(ReadOnlySpan<int> values);

    public abstract void Read(Span<float> values);

    public void Dispose() => _value?.Dispose();

    protected abstract OrtValue Allocate(long[] shape);

    private sealed class Slot<T>(TensorElementType type, Func<float, T> fromFloat, Func<T, float> toFloat, Func<long, T> fromId) : TensorSlot
        where T : unmanaged
    {
        private T[] _memory = [];

        public override TensorElementType Type => type;

        public override void Write(ReadOnlySpan<float> values)
        {
            if (_memory is float[] floats)
            {
                values.CopyTo(floats);
                return;
            }

            for (var i = 0; i < values.Length; i++)
            {
                _memory[i] = fromFloat(values[i]);
            }
        }

        public override void Write(ReadOnlySpan<int> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _memory[i] = fromId(values[i]);
            }
        }

        public override void Read(Span<float> values)
        {
            if (_memory is float[] floats)
            {
                floats.AsSpan(0, values.Length).CopyTo(values);
                return;
            }

            for (var i = 0; i < values.Length; i++)
            {
                values[i] = toFloat(_memory[i]);
            }
        }

        protected override OrtValue Allocate(long[] shape)
        {
            var count = 1L;
            foreach (var side in shape)
            {
                count = checked(count * side);
            }

            _memory = GC.AllocateArray<T>(checked((int)count), pinned: true);
            return OrtValue.CreateTensorValueFromMemory(_memory, shape);
        }
    }
}
