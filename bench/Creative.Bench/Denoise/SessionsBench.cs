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
    ];

    public static int Run(string[] args)
    {
        var rounds = int.Parse(Arguments.Value(args, "--rounds") ?? "40", CultureInfo.InvariantCulture);
        var manifest = ModelManifest.Read(Path.Combine(Arguments.Value(args, "--models") ?? "models", Arguments.Value(args, "--model") ?? "elements-mini"));
        var latent = manifest.Elements!.Latent;
        var runs = Array.ConvertAll(Settings, setting => new Candidate(setting, manifest.Denoiser, [2, latent.Channels, latent.Height, latent.Width]));
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
        bool FlushDenormals = false)
    {
        public SessionOptions Make()
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
        private readonly RunOptions _options = new();
        private readonly List<double> _walls = [];
        private double _processor;

        public Candidate(Setting setting, string path, long[] shape)
        {
            _setting = setting;
            InferenceSession? session = null;
            _load = Clock.Milliseconds(() =>
            {
                using var options = setting.Make();
                session = new InferenceSession(path, options);
            });
            _session = session!;
            var width = _session.InputMetadata["encoder_hidden_states"].Dimensions[2];
            var count = shape.Aggregate(1L, (a, b) => a * b);
            _inputs =
            [
                OrtValue.CreateTensorValueFromMemory([.. Enumerable.Range(0, (int)count).Select(i => MathF.Sin(12.9898f * i))], shape),
                OrtValue.CreateTensorValueFromMemory([500L], [1]),
                OrtValue.CreateTensorValueFromMemory([.. Enumerable.Range(0, 2 * 32 * width).Select(i => MathF.Cos(i))], [2, 32, width]),
            ];
            _outputs = [OrtValue.CreateTensorValueFromMemory(new float[count], shape)];
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
