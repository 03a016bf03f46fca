using Microsoft.ML.OnnxRuntime;

namespace Creative.Engine.Onnx;

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

    /// <summary>Owned by the caller.</summary>
    public SessionOptions NewOptions()
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
        ProviderChoice.Append(session, _provider, _options.Device);
        return session;
    }
}
