using Microsoft.ML.OnnxRuntime;

namespace Creative.Engine.Onnx;

/// <summary>Which execution provider runs the models, and why.</summary>
internal static class ProviderChoice
{
    /// <summary>The graph y = −x over one number (IR 8, operator set 17). A provider whose libraries load may still find no device.</summary>
    private static readonly byte[] Trial =
        Convert.FromBase64String("CAg6MgoLCgF4EgF5IgNOZWcSAWdaDwoBeBIKCggIARIECgIIAWIPCgF5EgoKCAgBEgQKAggBQgQKABAR");

    /// <exception cref="InvalidOperationException">The provider that was asked for by name cannot be had; says why.</exception>
    public static (ExecutionProvider Provider, string Reason) Make(EngineOptions options)
    {
        if (options.Provider == ExecutionProvider.Cpu)
        {
            return (ExecutionProvider.Cpu, "asked for.");
        }

        var wanted = options.Provider == ExecutionProvider.Auto ? ExecutionProvider.Cuda : options.Provider;
        var obstacle = Obstacle(wanted, options);
        return (options.Provider, obstacle) switch
        {
            (ExecutionProvider.Auto, null) => (ExecutionProvider.Cuda, "its libraries load and there is a device."),
            (ExecutionProvider.Auto, _) => (ExecutionProvider.Cpu, $"CUDA cannot be had. {obstacle}"),
            (_, null) => (wanted, "asked for."),
            _ => throw new InvalidOperationException($"{wanted} was asked for and cannot be had. {obstacle}"),
        };
    }

    public static void Append(SessionOptions session, ExecutionProvider provider, EngineOptions options, SessionUse use)
    {
        if (provider == ExecutionProvider.TensorRt && use != SessionUse.Sums)
        {
            using var settings = new OrtTensorRTProviderOptions();
            settings.UpdateOptions(ProviderSettings.TensorRt(options));
            session.AppendExecutionProvider_Tensorrt(settings);
        }

        if (provider is ExecutionProvider.TensorRt or ExecutionProvider.Cuda)
        {
            using var settings = new OrtCUDAProviderOptions();
            settings.UpdateOptions(ProviderSettings.Cuda(options, use));
            session.AppendExecutionProvider_CUDA(settings);
        }
    }

    /// <summary>Tries it; null when it works.</summary>
    private static string? Obstacle(ExecutionProvider provider, EngineOptions options)
    {
        var name = provider == ExecutionProvider.TensorRt ? "TensorrtExecutionProvider" : "CUDAExecutionProvider";
        var available = OrtEnv.Instance().GetAvailableProviders();
        if (!available.Contains(name))
        {
            return $"This build of ONNX Runtime has {string.Join(", ", available)} (./creative gpu installs the one with CUDA).";
        }

        try
        {
            using var session = new SessionOptions();
            Append(session, provider, options, SessionUse.Model);
            using var trial = new InferenceSession(Trial, session);
            return null;
        }
        catch (OnnxRuntimeException error)
        {
            return error.Message;
        }
    }
}
