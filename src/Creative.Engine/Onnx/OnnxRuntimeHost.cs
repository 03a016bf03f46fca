using Microsoft.ML.OnnxRuntime;

namespace Creative.Engine.Onnx;

/// <summary>What a session is for.</summary>
internal enum SessionUse
{
    Model,

    /// <summary>Run many times with the same shapes.</summary>
    Denoiser,

    /// <summary>Small sums in single precision, and copies.</summary>
    Sums,
}

/// <summary>Makes sessions that are all set alike; the figures behind the settings are in docs/adr/0003-onnx-runtime-settings.md.</summary>
internal sealed class OnnxRuntimeHost
{
    private readonly EngineOptions _options;
    private readonly ExecutionProvider _provider;

    public OnnxRuntimeHost(EngineOptions options, Action<string> log)
    {
        _options = options;
        Log = log;
        (_provider, var reason) = ProviderChoice.Make(options);
        log($"Models run on {_provider}: {reason}");
    }

    public Action<string> Log { get; }

    /// <value>Images of one denoiser run in the provider's memory at most; 0 to keep latents in the processor's.</value>
    public int DeviceImages => _options.DeviceLoop ?? OnGpu ? _options.MaxBatch ?? (OnGpu ? EngineOptions.GpuBatch : 1) : 0;

    public bool CudaGraphs => _options.CudaGraphs;

    public bool WarmUp => _options.WarmUp;

    public ExecutionProvider Provider => _provider;

    private bool OnGpu => _provider is not ExecutionProvider.Cpu;

    /// <summary>Of the memory that models run in. Belongs to the caller.</summary>
    public OrtMemoryInfo NewMemoryInfo() => new(OnGpu ? "Cuda" : "Cpu", OrtAllocatorType.DeviceAllocator, OnGpu ? _options.Device : 0, OrtMemType.Default);

    /// <summary>Owned by the caller.</summary>
    public SessionOptions NewOptions(SessionUse use = SessionUse.Model)
    {
        var session = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            IntraOpNumThreads = _options.Threads ?? Environment.ProcessorCount,
            InterOpNumThreads = 1,
            EnableCpuMemArena = true,
            EnableMemoryPattern = true,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };

        // A thread that waits by spinning saves microseconds and keeps a processor busy while nothing is asked for.
        session.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        ProviderChoice.Append(session, _provider, _options, use);
        return session;
    }
}
