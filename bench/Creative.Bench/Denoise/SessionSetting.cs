using Microsoft.ML.OnnxRuntime;

namespace Creative.Bench.Denoise;

/// <summary>One way of running the denoiser, in words and as ONNX Runtime is told it.</summary>
/// <param name="Fixed">The free sides of the graph are given their numbers when it is loaded.</param>
/// <param name="Images">In one run; each with and without its prompt.</param>
/// <param name="Sessions">That run at once.</param>
internal sealed record SessionSetting(
    string Says,
    int Threads,
    bool Spin = false,
    GraphOptimizationLevel Level = GraphOptimizationLevel.ORT_ENABLE_ALL,
    bool Arena = true,
    bool Pattern = true,
    bool FlushDenormals = false,
    bool Fixed = false,
    int Images = 1,
    int Sessions = 1)
{
    public const int Tokens = 32;

    /// <param name="shape">Of the samples of one run.</param>
    public SessionOptions Make(long[] shape)
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = Threads,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = Level,
            EnableCpuMemArena = Arena,
            EnableMemoryPattern = Pattern,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", Spin ? "1" : "0");
        options.AddSessionConfigEntry("session.set_denormal_as_zero", FlushDenormals ? "1" : "0");
        if (Fixed)
        {
            foreach (var (name, side) in (ReadOnlySpan<(string, long)>)[("batch", shape[0]), ("height", shape[2]), ("width", shape[3]), ("steps", 1), ("sequence", Tokens)])
            {
                options.AddFreeDimensionOverrideByName(name, side);
            }
        }

        return options;
    }
}
