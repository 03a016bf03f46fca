using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace Creative.Engine.Onnx;

/// <summary>
/// The one gate around a session. A run enters it, fills inputs by name, runs, and copies outputs out before it leaves, so
/// nothing native is ever seen outside. One run at a time: a run already uses every thread, and a second would double the memory.
/// </summary>
internal sealed class OnnxModel : IDisposable
{
    private const int NoGraph = -1;

    private readonly string _path;
    private readonly InferenceSession _session;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<string, TensorSlot> _slots = new(StringComparer.Ordinal);
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private readonly OrtValue[] _inputValues;
    private readonly OrtValue[] _outputValues;
    private readonly bool _captures;

    /// <exception cref="InvalidModelException">The file is no model, or its inputs and outputs break the rules; names them all.</exception>
    public OnnxModel(string path, OnnxRuntimeHost host, IReadOnlyList<TensorRule> inputs, IReadOnlyList<TensorRule> outputs)
        : this(path, host, _ => new GraphRules(inputs, outputs))
    {
    }

    /// <param name="rules">For a graph whose names are not known beforehand.</param>
    /// <param name="use">What the session is for.</param>
    /// <exception cref="InvalidModelException">The file is no model, or breaks the rules; names all that is wrong.</exception>
    public OnnxModel(string path, OnnxRuntimeHost host, Func<GraphSignature, GraphRules> rules, SessionUse use = SessionUse.Model)
    {
        _path = path;
        _session = Open(path, host, use);
        _captures = use == SessionUse.Denoiser && host.CudaGraphs;
        Signature = new GraphSignature(_session.InputMetadata, _session.OutputMetadata, _session.OutputNames);
        var (inputs, outputs) = Check(rules);
        _inputs = [.. inputs.Select(rule => rule.Name).Where(_session.InputMetadata.ContainsKey)];
        _outputs = [.. outputs.Where(rule => !rule.MayBeMissing).Select(rule => rule.Name)];
        _inputValues = new OrtValue[_inputs.Length];
        _outputValues = new OrtValue[_outputs.Length];
        foreach (var (name, metadata) in _session.InputMetadata.Concat(_session.OutputMetadata.Where(pair => _outputs.Contains(pair.Key))))
        {
            _slots[name] = TensorSlot.For(metadata.ElementDataType);
        }
    }

    public GraphSignature Signature { get; }

    /// <summary>Length of a dimension of an output in the graph; −1 when it may differ from run to run.</summary>
    public int OutputSide(string name, int dimension) => _session.OutputMetadata[name].Dimensions[dimension];

    /// <summary>Length of a dimension of an input in the graph; −1 when it may differ from run to run.</summary>
    public int InputSide(string name, int dimension) => _session.InputMetadata[name].Dimensions[dimension];

    public bool HasInput(string name) => _session.InputMetadata.ContainsKey(name);

    /// <summary>Waits for the gate. Dispose the turn to leave it.</summary>
    public Turn Enter(CancellationToken cancellation)
    {
        _gate.Wait(cancellation);
        return new Turn(this, cancellation);
    }

    /// <summary>For inputs and outputs that lie in the provider's memory. Belongs to the caller.</summary>
    public OrtIoBinding NewBinding() => _session.CreateIoBinding();

    /// <summary>Of the memory that this session runs in. Belongs to the caller, and must go before the session.</summary>
    public OrtAllocator NewAllocator(OrtMemoryInfo info) => new(_session, info);

    /// <summary>Waits for the gate and runs with what is bound.</summary>
    /// <param name="graph">Number of the CUDA graph to capture, or to play again; null for none.</param>
    /// <exception cref="OperationCanceledException">Stopped in the middle.</exception>
    public void Run(OrtIoBinding binding, int? graph, CancellationToken cancellation)
    {
        _gate.Wait(cancellation);
        try
        {
            Run(graph, options => _session.RunWithBinding(options, binding), cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (var slot in _slots.Values)
        {
            slot.Dispose();
        }

        _session.Dispose();
        _gate.Dispose();
    }

    private (IReadOnlyList<TensorRule> Inputs, IReadOnlyList<TensorRule> Outputs) Check(Func<GraphSignature, GraphRules> rules)
    {
        try
        {
            var found = rules(Signature);
            var problems = found.Broken(Signature).ToArray();
            return problems.Length == 0 ? (found.Inputs, found.Outputs) : throw new InvalidModelException(_path, problems);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    private static InferenceSession Open(string path, OnnxRuntimeHost host, SessionUse use)
    {
        using var options = host.NewOptions(use);
        try
        {
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new InvalidModelException(path, $"ONNX Runtime cannot load it: {error.Message}", error);
        }
    }

    private void Run(CancellationToken cancellation)
    {
        Collect(_inputs, _inputValues);
        Collect(_outputs, _outputValues);
        Run(null, options => _session.Run(options, _inputs, _inputValues, _outputs, _outputValues), cancellation);
    }

    private void Run(int? graph, Action<RunOptions> run, CancellationToken cancellation)
    {
        using var options = new RunOptions();
        if (_captures)
        {
            options.AddRunConfigEntry("gpu_graph_id", (graph ?? NoGraph).ToString(CultureInfo.InvariantCulture));
        }

        using var stop = cancellation.Register(static state => ((RunOptions)state!).Terminate = true, options);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            run(options);
        }
        catch (OnnxRuntimeException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (OnnxRuntimeException error)
        {
            throw new InvalidOperationException($"{_path}: the run failed. {error.Message}", error);
        }
    }

    private void Collect(string[] names, OrtValue[] values)
    {
        for (var i = 0; i < names.Length; i++)
        {
            values[i] = _slots[names[i]].Value;
        }
    }

    /// <summary>The time between entering and leaving the gate.</summary>
    internal readonly ref struct Turn(OnnxModel model, CancellationToken cancellation)
    {
        public void Set(string input, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape)
        {
            var slot = model._slots[input];
            slot.Shape(shape);
            slot.Write(values);
        }

        public void Set(string input, ReadOnlySpan<int> values, params ReadOnlySpan<long> shape)
        {
            var slot = model._slots[input];
            slot.Shape(shape);
            slot.Write(values);
        }

        public void Expect(string output, params ReadOnlySpan<long> shape) => model._slots[output].Shape(shape);

        /// <exception cref="OperationCanceledException">Stopped in the middle.</exception>
        public void Run() => model.Run(cancellation);

        public void Get(string output, Span<float> values) => model._slots[output].Read(values);

        public void Dispose() => model._gate.Release();
    }
}
