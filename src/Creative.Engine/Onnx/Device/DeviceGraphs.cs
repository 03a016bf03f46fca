using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Creative.Engine.Onnx.Device;

/// <summary>The small graphs beside a denoiser, made when first needed: sums, and copies to the device.</summary>
internal sealed class DeviceGraphs : IDisposable
{
    private const string From = "from";
    private const string To = "to";

    private readonly Lazy<SumGraph>[] _sums;
    private readonly Dictionary<TensorElementType, Lazy<InferenceSession>> _copies;

    public DeviceGraphs(OnnxRuntimeHost host, UNetTensors tensors, IEnumerable<string> inputs)
    {
        var types = (tensors.TypeOf(UNetSignature.Sample), tensors.TypeOf(UNetSignature.Output), tensors.TypeOf(UNetSignature.Timestep));
        _sums = [.. Enum.GetValues<SumParts>().Select(parts => new Lazy<SumGraph>(() => new SumGraph(host, parts, types.Item1, types.Item2, types.Item3)))];
        _copies = inputs.Select(tensors.TypeOf).Distinct().ToDictionary(type => type, type => new Lazy<InferenceSession>(() => OpenCopy(host, type)));
    }

    public SumGraph Sum(SumParts parts) => _sums[(int)parts].Value;

    /// <summary>Copies numbers into a tensor on the device.</summary>
    /// <param name="from">In the processor's memory, of the same shape and type.</param>
    public void Copy(TensorSlot from, OrtValue to, RunOptions options)
    {
        var session = _copies[from.Type].Value;
        using var binding = session.CreateIoBinding();
        binding.BindInput(From, from.Value);
        binding.BindOutput(To, to);
        binding.SynchronizeBoundInputs();
        session.RunWithBinding(options, binding);
        binding.SynchronizeBoundOutputs();
    }

    public void Dispose()
    {
        foreach (var sum in _sums.Where(sum => sum.IsValueCreated))
        {
            sum.Value.Dispose();
        }

        foreach (var copy in _copies.Values.Where(copy => copy.IsValueCreated))
        {
            copy.Value.Dispose();
        }
    }

    private static InferenceSession OpenCopy(OnnxRuntimeHost host, TensorElementType type)
    {
        using var options = host.NewOptions(SessionUse.Sums);
        return new InferenceSession(new GraphWriter("copy").Input(From, type).Node("Identity", [From], To).Output(To, type).ToArray(), options);
    }
}
