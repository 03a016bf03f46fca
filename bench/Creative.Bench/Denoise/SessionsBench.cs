using System.Globalization;
using Creative.Engine;
using Microsoft.ML.OnnxRuntime;

namespace Creative.Bench.Denoise;

/// <summary>
/// One denoising step (an image with and without its prompt) under every setting that was weighed; see
/// docs/adr/0003-onnx-runtime-settings.md. Settings take turns, so that a busy machine is fair to all.
/// </summary>
internal static class SessionsBench
{
    public const string Name = "sessions";

    private static readonly SessionSetting[] Settings =
    [
        new("as shipped, 1 thread", Threads: 1),
        new("as shipped, 2 threads", Threads: 2),
        new("2 threads that spin", Threads: 2, Spin: true),
        new("1 thread, basic optimizations", Threads: 1, Level: GraphOptimizationLevel.ORT_ENABLE_BASIC),
        new("1 thread, extended optimizations", Threads: 1, Level: GraphOptimizationLevel.ORT_ENABLE_EXTENDED),
        new("1 thread, no arena", Threads: 1, Arena: false),
        new("1 thread, no memory pattern", Threads: 1, Pattern: false),
        new("1 thread, denormals to zero", Threads: 1, FlushDenormals: true),
        new("1 thread, sides of the graph fixed", Threads: 1, Fixed: true),
        new("2 threads, sides of the graph fixed", Threads: 2, Fixed: true),
        new("4 images in one run, 1 thread", Threads: 1, Images: 4),
        new("4 images in one run, 2 threads", Threads: 2, Images: 4),
        new("2 sessions at once, 1 thread each", Threads: 1, Sessions: 2),
    ];

    /// <summary>Of a graph made by bench/peers/quantise.py.</summary>
    private static readonly SessionSetting[] Quantised = [new("1 thread, 8-bit convolutions", Threads: 1), new("2 threads, 8-bit convolutions", Threads: 2)];

    public static int Run(string[] args)
    {
        var rounds = int.Parse(Arguments.Value(args, "--rounds") ?? "40", CultureInfo.InvariantCulture);
        var manifest = ModelManifest.Read(Path.Combine(Arguments.Value(args, "--models") ?? "models", Arguments.Value(args, "--model") ?? "elements-mini"));
        var latent = manifest.Elements!.Latent;
        SessionTimes[] runs =
        [
            .. Settings.Select(setting => new SessionTimes(setting, manifest.Denoiser, latent)),
            .. Arguments.Value(args, "--int8") is { } file ? Quantised.Select(setting => new SessionTimes(setting, file, latent)) : [],
        ];
        Array.ForEach(runs[1..], run => run.PrintDistance(runs[0]));
        for (var i = -2; i < rounds; i++)
        {
            Array.ForEach(runs, run => run.Once(keep: i >= 0));
        }

        Console.WriteLine("| setting | median ms an image | least ms an image | processor ms an image | load ms |");
        Console.WriteLine("|--|--|--|--|--|");
        Array.ForEach(runs, run => Console.WriteLine(run.Row()));
        Array.ForEach(runs, run => run.Dispose());
        return 0;
    }
}
