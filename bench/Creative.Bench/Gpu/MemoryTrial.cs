using System.Diagnostics;
using System.Globalization;
using Creative.Bench.Sizes;
using Creative.Core.Diffusion;

namespace Creative.Bench.Gpu;

/// <summary>Mebibytes held after every size was painted a few times, and at the end.</summary>
/// <param name="Renders">Pictures in all.</param>
/// <param name="ProcessMiB">Of the process.</param>
/// <param name="GpuMiB">Of this process on the GPU, as nvidia-smi tells; null without one.</param>
internal sealed record MemoryTrial(int Renders, int Sizes, MemoryTrial.Span ProcessMiB, MemoryTrial.Span? GpuMiB)
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Around the size that the model was trained on, none square; more than buffers are kept for.</summary>
    private static readonly (int Height, int Width)[] Scales = [(4, 6), (6, 4), (4, 8), (8, 4), (6, 8), (8, 6)];

    public readonly record struct Span(double Early, double End);

    public static MemoryTrial Run(DiffusionModel model, PaintRequest request, int renders, bool onGpu)
    {
        LatentShape[] shapes = [.. Scales.Select(scale => model.Latent with { Height = model.Latent.Height * scale.Height / 8, Width = model.Latent.Width * scale.Width / 8 })];
        var settled = Math.Min(renders / 2, 5 * shapes.Length);
        var (processEarly, gpuEarly) = (0.0, default(double?));
        for (var i = 0; i < renders; i++)
        {
            if (i == settled)
            {
                (processEarly, gpuEarly) = (OfProcess(), onGpu ? OfGpu() : null);
            }

            new DiffusionPainter(model with { Latent = shapes[i % shapes.Length] }).Paint([request with { Seed = (ulong)i }], null, default)[0].Dispose();
        }

        var (processEnd, gpuEnd) = (OfProcess(), onGpu ? OfGpu() : null);
        Console.WriteLine($"{renders} pictures in {shapes.Length} sizes by turns: process {processEarly} MiB after {settled}, {processEnd} MiB at the end"
            + (gpuEarly is null ? "" : $"; GPU {gpuEarly} MiB, {gpuEnd} MiB"));
        return new(renders, shapes.Length, new(processEarly, processEnd), gpuEarly is { } early && gpuEnd is { } end ? new Span(early, end) : null);
    }

    private static double OfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Round(process.WorkingSet64 / Mebibyte, 1);
    }

    private static double? OfGpu()
    {
        if (Tools.Find("nvidia-smi") is not { } program)
        {
            return null;
        }

        var start = new ProcessStartInfo(program, ["--query-compute-apps=pid,used_memory", "--format=csv,noheader,nounits"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        var own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var line = lines.FirstOrDefault(line => line.Split(',')[0].Trim() == own);
        return line is not null && double.TryParse(line.Split(',')[1], CultureInfo.InvariantCulture, out var used) ? used : null;
    }
}
