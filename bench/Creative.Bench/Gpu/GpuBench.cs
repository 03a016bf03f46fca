using System.Text.Json;
using Creative.Bench.Denoise;
using Creative.Engine;
using Creative.Engine.Onnx;

namespace Creative.Bench.Gpu;

/// <summary>
/// The denoising loop in a provider's memory: against bare runs of the same session and against the same network in torch, one
/// image and eight, and the memory that it holds after many paintings of alternating sizes. docs/gpu.md says how to read it.
/// </summary>
internal static class GpuBench
{
    public const string Name = "gpu";

    private const int NoGpu = 3;
    private static readonly int[] Batches = [1, 8];

    public static int Run(string[] args)
    {
        var wanted = Arguments.Value(args, "--provider") ?? "auto";
        if (!Enum.TryParse<ExecutionProvider>(wanted, ignoreCase: true, out var provider))
        {
            Console.Error.WriteLine($"--provider is '{wanted}', expected auto, cpu, cuda or tensorrt");
            return 2;
        }

        var options = new EngineOptions
        {
            Provider = provider,
            DeviceLoop = true,
            MaxBatch = Batches[^1],
            CudaGraphs = args.Contains("--cuda-graphs"),
            TensorRtCache = Arguments.Value(args, "--tensorrt-cache"),
            TensorRtHalf = args.Contains("--tensorrt-half"),
        };
        if (Found(options) is not { } found)
        {
            return NoGpu;
        }

        var onGpu = found != ExecutionProvider.Cpu;
        var rounds = Arguments.Whole(args, "--rounds", onGpu ? 31 : 5);
        var renders = Arguments.Whole(args, "--renders", onGpu ? 500 : 40);
        var folder = Arguments.Value(args, "--models") ?? "models";
        var id = Arguments.Value(args, "--model") ?? "elements-mini";
        using var catalog = new ModelCatalog(folder, options, Console.Error.WriteLine);
        var parts = catalog.Parts(id);
        var request = DenoiseBench.Request(parts.Vocabulary, args.Contains("--few-steps"));
        var torch = args.Contains("--no-torch") ? null : $"--device={(onGpu ? "cuda" : "cpu")}";
        var batches = Batches.Select(images =>
        {
            Console.WriteLine($"{images} image(s), {request.Steps} steps of {request.Scheduler}, guidance {request.Guidance}, {rounds} rounds");
            return LoopTimes.Measure(parts, request, images, rounds).Print() with
            {
                Torch = torch is null ? null : TorchTimes.Measure(parts, folder, id, request, images, rounds, torch),
            };
        }).ToArray();
        var memory = MemoryTrial.Run(parts, request, renders, onGpu);
        Console.WriteLine(JsonSerializer.Serialize(new { provider = $"{found}", model = id, steps = request.Steps, cuda_graphs = options.CudaGraphs, batches, memory }, Json));
        return 0;
    }

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Null, and says so, when there is no GPU and the CPU was not asked for.</summary>
    private static ExecutionProvider? Found(EngineOptions options)
    {
        try
        {
            var found = new OnnxRuntimeHost(options, Console.Error.WriteLine).Provider;
            if (found != ExecutionProvider.Cpu || options.Provider == ExecutionProvider.Cpu)
            {
                return found;
            }
        }
        catch (InvalidOperationException error)
        {
            Console.Error.WriteLine(error.Message);
        }

        Console.WriteLine("No GPU that can be used was found; the reason stands above. '--provider cpu' measures the same code on the processor.");
        return null;
    }
}
