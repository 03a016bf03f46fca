using System.Globalization;

namespace Creative.Engine.Onnx;

/// <summary>
/// Settings of ONNX Runtime's providers for NVIDIA GPUs, by the names in its documentation:
/// https://onnxruntime.ai/docs/execution-providers/CUDA-ExecutionProvider.html and TensorRT-ExecutionProvider.html.
/// </summary>
internal static class ProviderSettings
{
    private const string Yes = "1";
    private const string No = "0";

    public static Dictionary<string, string> Cuda(EngineOptions options, SessionUse use)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["device_id"] = options.Device.ToString(CultureInfo.InvariantCulture),

            // As much as is asked for, not the next power of two: paintings of alternating sizes would add up.
            ["arena_extend_strategy"] = "kSameAsRequested",
        };
        if (use == SessionUse.Sums)
        {
            // TensorFloat-32 has 10 bits after the point, too few for the weights of a sampler.
            settings["use_tf32"] = No;
        }

        // What TensorRT leaves over is not captured by CUDA: TensorRT captures its own part.
        if (use == SessionUse.Denoiser && options is { CudaGraphs: true, Provider: not ExecutionProvider.TensorRt })
        {
            settings["enable_cuda_graph"] = Yes;
        }

        return settings;
    }

    public static Dictionary<string, string> TensorRt(EngineOptions options)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["device_id"] = options.Device.ToString(CultureInfo.InvariantCulture),
            ["trt_fp16_enable"] = options.TensorRtHalf ? Yes : No,
        };
        if (options.TensorRtCache is { } folder)
        {
            (settings["trt_engine_cache_enable"], settings["trt_engine_cache_path"]) = (Yes, folder);
            (settings["trt_timing_cache_enable"], settings["trt_timing_cache_path"]) = (Yes, folder);
        }

        return settings;
    }
}
