using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Creative.Engine.Onnx.Device;

/// <summary>What a sum is made of.</summary>
internal enum SumParts
{
    Signals,
    SignalsAndOutputs,
    SignalsOutputsAndNoises,
}

/// <summary>
/// One step of a sampler as a graph: next = rows × parts and input = input_rows × parts, the parts being signals, outputs and
/// noises one below the other, each as one line of numbers. It also hands the next timestep to the denoiser. In single precision
/// whatever the denoiser computes in.
/// </summary>
internal sealed class SumGraph : IDisposable
{
    public const string Signals = "signals";
    public const string Outputs = "outputs";
    public const string Noises = "noises";
    public const string Rows = "rows";
    public const string InputRows = "input_rows";
    public const string Time = "time";
    public const string Next = "next";
    public const string Input = "input";
    public const string Timestep = "timestep";

    private readonly InferenceSession _session;

    /// <param name="input">Type that the denoiser reads samples in.</param>
    /// <param name="output">Type that it answers in.</param>
    /// <param name="time">Type that it reads timesteps in.</param>
    public SumGraph(OnnxRuntimeHost host, SumParts parts, TensorElementType input, TensorElementType output, TensorElementType time)
    {
        using var options = host.NewOptions(SessionUse.Sums);
        _session = new InferenceSession(Write(parts, input, output, time), options);
    }

    public OrtIoBinding NewBinding() => _session.CreateIoBinding();

    public void Run(RunOptions options, OrtIoBinding binding)
    {
        binding.SynchronizeBoundInputs();
        _session.RunWithBinding(options, binding);
        binding.SynchronizeBoundOutputs();
    }

    public void Dispose() => _session.Dispose();

    private static byte[] Write(SumParts parts, TensorElementType input, TensorElementType output, TensorElementType time)
    {
        const TensorElementType Single = TensorElementType.Float;
        var graph = new GraphWriter("weighted sums")
            .Input(Signals, Single, "signals", "numbers")
            .Input(Rows, Single, "rows", "parts")
            .Input(InputRows, Single, "outputs", "parts")
            .Input(Time, time);
        List<string> names = [Signals];
        if (parts != SumParts.Signals)
        {
            graph.Input(Outputs, output, "outputs", "numbers").Node("Cast", [Outputs], "single", ("to", (long)Single));
            names.Add("single");
        }

        if (parts == SumParts.SignalsOutputsAndNoises)
        {
            graph.Input(Noises, Single, "noises", "numbers");
            names.Add(Noises);
        }

        return graph
            .Node("Concat", [.. names], "parts", ("axis", 0))
            .Node("MatMul", [Rows, "parts"], Next)
            .Node("MatMul", [InputRows, "parts"], "sample")
            .Node("Cast", ["sample"], Input, ("to", (long)input))
            .Node("Identity", [Time], Timestep)
            .Output(Next, Single, "rows", "numbers")
            .Output(Input, input, "outputs", "numbers")
            .Output(Timestep, time)
            .ToArray();
    }
}
