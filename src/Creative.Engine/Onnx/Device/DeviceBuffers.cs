using Creative.Core.Diffusion;
using Microsoft.ML.OnnxRuntime;

namespace Creative.Engine.Onnx.Device;

/// <summary>What decides how much memory a painting needs on the device.</summary>
internal sealed record DeviceBucket(LatentShape Shape, int Images, int Signals, int Outputs, int Tokens)
{
    /// <value>Images that the denoiser sees.</value>
    public int Batch => Outputs * Images;

    /// <value>Numbers of one signal.</value>
    public long Numbers => (long)Images * Shape.Count;
}

/// <summary>
/// All tensors of a painting on the device, at places that stay, and the denoiser bound to them. There are two sets of signals:
/// a step reads one and writes the other.
/// </summary>
internal sealed class DeviceBuffers : IDisposable
{
    private const string Signals = "signals ";
    private readonly DeviceMemory _memory;
    private readonly OrtValue[] _signals;

    /// <param name="graph">Number of the CUDA graph that is captured with these buffers; null for none.</param>
    public DeviceBuffers(DeviceBucket bucket, int? graph, UNetTensors tensors, OnnxModel denoiser, OrtAllocator allocator, OrtMemoryInfo info)
    {
        (Bucket, Graph) = (bucket, graph);
        var inputs = tensors.Inputs(bucket);
        var count = bucket.Batch * (long)bucket.Shape.Count;
        _memory = new DeviceMemory(
            allocator,
            info,
            [
                new(Signals + "0", TensorSlot.Single, bucket.Signals * bucket.Numbers),
                new(Signals + "1", TensorSlot.Single, bucket.Signals * bucket.Numbers),
                new(UNetSignature.Output, tensors.TypeOf(UNetSignature.Output), count),
                .. inputs.Select(input => new DeviceTensor(input.Name, tensors.TypeOf(input.Name), input.Shape.Aggregate(1L, (a, b) => a * b))),
            ]);
        _signals = [.. Enumerable.Range(0, 2).Select(i => _memory.View($"{Signals}{i}", bucket.Signals, bucket.Numbers))];
        Inputs = inputs.ToDictionary(input => input.Name, input => _memory.View(input.Name, input.Shape), StringComparer.Ordinal);
        Samples = _memory.View(UNetSignature.Sample, bucket.Outputs, bucket.Numbers);
        Outputs = _memory.View(UNetSignature.Output, bucket.Outputs, bucket.Numbers);
        Binding = denoiser.NewBinding();
        foreach (var (name, value) in Inputs)
        {
            Binding.BindInput(name, value);
        }

        Binding.BindOutput(UNetSignature.Output, _memory.View(UNetSignature.Output, bucket.Batch, bucket.Shape.Channels, bucket.Shape.Height, bucket.Shape.Width));
    }

    public DeviceBucket Bucket { get; }

    public int? Graph { get; }

    public long Bytes => _memory.Bytes;

    /// <value>Of the denoiser.</value>
    public OrtIoBinding Binding { get; }

    /// <value>What the denoiser reads, by name.</value>
    public IReadOnlyDictionary<string, OrtValue> Inputs { get; }

    /// <value>What the denoiser reads as samples, one line for each output.</value>
    public OrtValue Samples { get; }

    /// <value>What the denoiser answers, one line for each output.</value>
    public OrtValue Outputs { get; }

    /// <summary>All signals as they are before or after a step, which take turns.</summary>
    public OrtValue SignalsAt(int turn) => _signals[turn % 2];

    public void Dispose()
    {
        Binding.Dispose();
        _memory.Dispose();
    }
}
