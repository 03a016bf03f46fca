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

    /// <exception cref="ArgumentException">Names every value out of range.</exception>
    public void Validate()
    {
        string?[] problems =
        [
            Enum.IsDefined(Provider) ? null : $"Provider: {(int)Provider} is none of auto, cpu, cuda, tensorrt",
            Threads is null or (>= 1 and <= 256) ? null : $"Threads: {Threads}, expected 1 to 256",
            Device is >= 0 and < 64 ? null : $"Device: {Device}, expected 0 to 63",
        ];
        if (problems.Any(problem => problem is not null))
        {
            throw new ArgumentException($"Engine options: {string.Join("; ", problems.Where(problem => problem is not null))}.");
        }
    }
}
