using System.Diagnostics;
using System.Globalization;
using Creative.Engine;
using Microsoft.ML.OnnxRuntime;

namespace Creative.Bench.Denoise;

/// <summary>
/// One denoiser run (an image with and without its prompt) under every setting that was weighed; see
/// docs/adr/0003-onnx-runtime-settings.md. Settings take turns, so that a busy machine is fair to all.
/// </summary>
internal static class SessionsBench
{
    public const string Name = "sessions";

    private const int Tokens = 32;

    private static readonly Setting[] Settings =
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
    ];

    /// <summary>Of a graph made by bench/peers/quantise.py.</summary>
    private static readonly Setting[] Quantised = [new("1 thread, 8-bit convolutions", Threads: 1), new("2 threads, 8-bit convolutions", Threads: 2)];

    public static int Run(string[] args)
    {
        var rounds = int.Parse(Arguments.Value(args, "--rounds") ?? "40", CultureInfo.InvariantCulture);
        var manifest = ModelManifest.Read(Path.Combine(Arguments.Value(args, "--models") ?? "models", Arguments.Value(args, "--model") ?? "elements-mini"));
        var latent = manifest.Elements!.Latent;
        long[] shape = [2, latent.Channels, latent.Height, latent.Width];
        Candidate[] runs =
        [
            .. Settings.Select(setting => new Candidate(setting, manifest.Denoiser, shape)),
            .. Arguments.Value(args, "--int8") is { } file ? Quantised.Select(setting => new Candidate(setting, file, shape)) : [],
        ];
        Array.ForEach(runs[1..], run => run.PrintDistance(runs[0]));
        for (var i = -2; i < rounds; i++)
        {
            Array.ForEach(runs, run => run.Once(keep: i >= 0));
        }

        Console.WriteLine("| setting | median ms | least ms | processor ms | load ms |");
        Console.WriteLine("|--|--|--|--|--|");
        Array.ForEach(runs, run => Console.WriteLine(run.Row()));
        Array.ForEach(runs, run => run.Dispose());
        return 0;
    }

    private sealed record Setting(
        string Says,
        int Threads,
        bool Spin = false,
        GraphOptimizationLevel Level = GraphOptimizationLevel.ORT_ENABLE_ALL,
        bool Arena = true,
        bool Pattern = true,
        bool FlushDenormals = false,
        bool Fixed = false)
    {
        /// <param name="shape">Of the samples.</param>
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

    private sealed class Candidate : IDisposable
    {
        private readonly Setting _setting;
        private readonly InferenceSession _session;
        private readonly double _load;
        private readonly OrtValue[] _inputs;
        private readonly OrtValue[] _outputs;
        private readonly float[] _results;
        private readonly RunOptions _options = new();
        private readonly List<double> _walls = [];
        private double _processor;

        public Candidate(Setting setting, string path, long[] shape)
        {
            _setting = setting;
            InferenceSession? session = null;
            _load = Clock.Milliseconds(() =>
            {
                using var options = setting.Make(shape);
                session = new InferenceSession(path, options);
            });
            _session = session!;
            var width = _session.InputMetadata["encoder_hidden_states"].Dimensions[2];
            var count = shape.Aggregate(1L, (a, b) => a * b);
            _inputs =
            [
                OrtValue.CreateTensorValueFromMemory([.. Enumerable.Range(0, (int)count).Select(i => MathF.Sin(12.9898f * i))], shape),
                OrtValue.CreateTensorValueFromMemory([500L], [1]),
                OrtValue.CreateTensorValueFromMemory([.. Enumerable.Range(0, 2 * Tokens * width).Select(i => MathF.Cos(i))], [2, Tokens, width]),
            ];
            _results = new float[count];
            _outputs = [OrtValue.CreateTensorValueFromMemory(_results, shape)];
        }

        /// <summary>How far the results are from another's, relative to the largest number.</summary>
        public void PrintDistance(Candidate other)
        {
            Run();
            other.Run();
            var distance = _results.Zip(other._results, (a, b) => Math.Abs(a - b)).Max() / other._results.Max(Math.Abs);
            Console.Error.WriteLine($"{_setting.Says}: differs by {distance:0.0e+0}");
        }

        public void Once(bool keep)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var wall = Clock.Milliseconds(Run);

            // Straight after a run is when threads that spin are still at it.
            Task.Delay(20).GetAwaiter().GetResult();
            if (keep)
            {
                _walls.Add(wall);
                _processor += (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
            }
        }

        public string Row()
        {
            _walls.Sort();
            return $"| {_setting.Says} | {_walls[_walls.Count / 2]:F1} | {_walls[0]:F1} | {_processor / _walls.Count:F1} | {_load:F0} |";
        }

        private void Run() => _session.Run(_options, ["sample", "timestep", "encoder_hidden_states"], _inputs, ["out_sample"], _outputs);

        public void Dispose()
        {
            Array.ForEach(_inputs, input => input.Dispose());
            Array.ForEach(_outputs, output => output.Dispose());
            _options.Dispose();
            _session.Dispose();
        }
    }
}
