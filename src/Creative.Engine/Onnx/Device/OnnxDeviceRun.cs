using Creative.Core.Diffusion.Device;
using Microsoft.ML.OnnxRuntime;

namespace Creative.Engine.Onnx.Device;

/// <summary>
/// A painting whose latents stay in the provider's memory: a step is one run of the denoiser and one small graph. What crosses
/// over are a few weights, a timestep, and the noise of samplers that draw some.
/// </summary>
internal sealed class OnnxDeviceRun : IDeviceRun
{
    private readonly DeviceSession _session;
    private readonly DeviceBuffers _buffers;
    private readonly RunOptions _options = new();
    private readonly TensorSlot _rows = TensorSlot.For(TensorSlot.Single);
    private readonly TensorSlot _inputRows = TensorSlot.For(TensorSlot.Single);
    private readonly TensorSlot _noises = TensorSlot.For(TensorSlot.Single);
    private readonly TensorSlot _result = TensorSlot.For(TensorSlot.Single);
    private readonly TensorSlot _time;
    private int _turn;
    private int _noiseCount;

    public OnnxDeviceRun(DeviceSession session, DeviceStart start, IReadOnlyList<(string Name, float[] Values)> constants, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _session = session;
        _time = TensorSlot.For(session.Tensors.TypeOf(UNetSignature.Timestep));
        _buffers = session.Pool.Rent(new DeviceBucket(start.Shape, start.Images, start.Signals, start.Outputs, start.Tokens));
        try
        {
            foreach (var (name, shape) in session.Tensors.Inputs(_buffers.Bucket))
            {
                if (constants.FirstOrDefault(constant => constant.Name == name).Values is { } values)
                {
                    using var slot = TensorSlot.For(session.Tensors.TypeOf(name));
                    slot.Shape(shape);
                    slot.Write(values);
                    session.Graphs.Copy(slot, _buffers.Inputs[name], _options);
                }
            }

            Begin(start);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private DeviceBucket Bucket => _buffers.Bucket;

    /// <value>Parts of a step's sums.</value>
    private int Width => Bucket.Signals + Bucket.Outputs + _noiseCount;

    public void Step(ReadOnlySpan<float> weights, ReadOnlySpan<float> noises, DenoiserCall next, CancellationToken cancellation)
    {
        RunDenoiser(cancellation);
        _noiseCount = (int)(noises.Length / Bucket.Numbers);
        if (_noiseCount > 0)
        {
            _noises.Shape([_noiseCount, Bucket.Numbers]);
            _noises.Write(noises);
        }

        SetRows(weights, Width, next);
        Sum(_buffers.SignalsAt(_turn), all: true, binding => BindNext(binding, _turn + 1));
        _turn++;
    }

    /// <summary>The denoiser alone, on what lies ready for it.</summary>
    public void RunDenoiser(CancellationToken cancellation) => _session.Denoiser.Run(_buffers.Binding, _buffers.Graph, cancellation);

    public void ReadSum(ReadOnlySpan<float> weights, Span<float> latents, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SetRows(weights, Width, default);
        Read(_buffers.SignalsAt(_turn - 1), all: true, latents);
    }

    public void ReadSample(Span<float> latents, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SetRows(First(), Bucket.Signals, default);
        Read(_buffers.SignalsAt(_turn), all: false, latents);
    }

    public void Dispose()
    {
        _session.Pool.Return(_buffers);
        foreach (var slot in (TensorSlot[])[_rows, _inputRows, _noises, _result, _time])
        {
            slot.Dispose();
        }

        _options.Dispose();
    }

    /// <summary>The samples become the first signal, and zeros the others: what a step does not read yet must be a number all the same.</summary>
    private void Begin(DeviceStart start)
    {
        using var samples = TensorSlot.For(TensorSlot.Single);
        samples.Shape([1, Bucket.Numbers]);
        samples.Write(start.Samples.Span);
        SetRows(First(), 1, start.First);
        Sum(samples.Value, all: false, binding => BindNext(binding, _turn));
    }

    private float[] First()
    {
        var first = new float[Bucket.Signals];
        first[0] = 1;
        return first;
    }

    /// <summary>The denoiser reads the first line of the next signals, scaled, once for each output.</summary>
    private void SetRows(ReadOnlySpan<float> weights, int width, DenoiserCall next)
    {
        _rows.Shape([weights.Length / width, width]);
        _rows.Write(weights);
        var row = new float[Bucket.Outputs * width];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (float)next.Scale * weights[i % width];
        }

        _inputRows.Shape([Bucket.Outputs, width]);
        _inputRows.Write(row);
        var shape = _session.Tensors.TimeShape(Bucket.Batch);
        _time.Shape(shape);
        _time.Write(Enumerable.Repeat((float)next.Timestep, shape.Length == 0 ? 1 : (int)shape[0]).ToArray());
    }

    private void BindNext(OrtIoBinding binding, int turn)
    {
        binding.BindOutput(SumGraph.Next, _buffers.SignalsAt(turn));
        binding.BindOutput(SumGraph.Input, _buffers.Samples);
        binding.BindOutput(SumGraph.Timestep, _buffers.Inputs[UNetSignature.Timestep]);
    }

    private void Read(OrtValue signals, bool all, Span<float> latents)
    {
        _result.Shape([1, Bucket.Numbers]);
        Sum(signals, all, binding => binding.BindOutput(SumGraph.Next, _result.Value));
        _result.Read(latents);
    }

    /// <param name="all">With the outputs, and the noises if there are some.</param>
    private void Sum(OrtValue signals, bool all, Action<OrtIoBinding> bindResults)
    {
        var graph = _session.Graphs.Sum(!all ? SumParts.Signals : _noiseCount == 0 ? SumParts.SignalsAndOutputs : SumParts.SignalsOutputsAndNoises);
        using var binding = graph.NewBinding();
        binding.BindInput(SumGraph.Signals, signals);
        binding.BindInput(SumGraph.Rows, _rows.Value);
        binding.BindInput(SumGraph.InputRows, _inputRows.Value);
        binding.BindInput(SumGraph.Time, _time.Value);
        if (all)
        {
            binding.BindInput(SumGraph.Outputs, _buffers.Outputs);
        }

        if (all && _noiseCount > 0)
        {
            binding.BindInput(SumGraph.Noises, _noises.Value);
        }

        bindResults(binding);
        graph.Run(_options, binding);
    }
}
