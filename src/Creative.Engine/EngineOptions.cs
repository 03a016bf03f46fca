namespace Creative.Engine;

/// <summary>Which part of the machine runs the models.</summary>
public enum ExecutionProvider
{
    /// <summary>CUDA where its libraries load, else the CPU.</summary>
    Auto,

    Cpu,

    /// <summary>An NVIDIA GPU, or an error.</summary>
    Cuda,

    /// <summary>An NVIDIA GPU with TensorRT, what it cannot run with CUDA; or an error.</summary>
    TensorRt,
}

/// <summary>How the models are run. Checked once, by the catalog.</summary>
public sealed record EngineOptions
{
    public ExecutionProvider Provider { get; init; }

    /// <value>Threads of one run, 1 to 256; null for one per processor.</value>
    public int? Threads { get; init; }

    /// <value>Which GPU, from 0.</value>
    public int Device { get; init; }

    /// <value>Whether latents stay in the provider's memory through the denoising loop; null for yes on a GPU.</value>
    public bool? DeviceLoop { get; init; }

    /// <value>
    /// Images of one denoiser run in that loop, 1 to 16; null for <see cref="GpuBatch"/> on a GPU, and 1 on the CPU, where an image
    /// must not depend on its company. Without that loop each run is one image.
    /// </value>
    public int? MaxBatch { get; init; }

    /// <value>Records the denoiser's GPU commands once for each size and plays them again. CUDA only, and only for models that run on it as a whole.</value>
    public bool CudaGraphs { get; init; }

    /// <value>Runs a model once in the background when it is loaded, so that the first painting does not wait for what the provider makes ready.</value>
    public bool WarmUp { get; init; }

    /// <value>Folder in which TensorRT keeps what it has built, which takes minutes; null to build anew in each process.</value>
    public string? TensorRtCache { get; init; }

    /// <value>TensorRT may compute in half precision where that is faster.</value>
    public bool TensorRtHalf { get; init; }

    /// <summary>Default of <see cref="MaxBatch"/> on a GPU.</summary>
    public const int GpuBatch = 8;

    private const int MostBatch = 16;

    /// <exception cref="ArgumentException">Names every value out of range.</exception>
    public void Validate()
    {
        string?[] problems =
        [
            Enum.IsDefined(Provider) ? null : $"Provider: {(int)Provider} is none of auto, cpu, cuda, tensorrt",
            Threads is null or (>= 1 and <= 256) ? null : $"Threads: {Threads}, expected 1 to 256",
            Device is >= 0 and < 64 ? null : $"Device: {Device}, expected 0 to 63",
            MaxBatch is null or (>= 1 and <= MostBatch) ? null : $"MaxBatch: {MaxBatch}, expected 1 to {MostBatch}",
            CudaGraphs && Provider is ExecutionProvider.TensorRt ? "CudaGraphs: is for CUDA, not for tensorrt" : null,
            CudaGraphs && DeviceLoop is false ? "CudaGraphs: needs DeviceLoop, since a graph is played with the same memory" : null,
            TensorRtCache is { } folder && (folder.Length == 0 || !Directory.Exists(folder)) ? $"TensorRtCache: there is no folder at '{folder}'" : null,
        ];
        if (problems.Any(problem => problem is not null))
        {
            throw new ArgumentException($"Engine options: {string.Join("; ", problems.Where(problem => problem is not null))}.");
        }
    }
}
