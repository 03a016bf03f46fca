using Creative.Bench.Denoise;
using Creative.Bench.Elements;
using Creative.Bench.Gpu;
using Creative.Bench.Layouts;
using Creative.Bench.Sizes;

// Every bench prints what it does as it goes and ends with one line of JSON.
(string Name, string Says, Func<string[], int> Run)[] benches =
[
    ("sizes", "milliseconds per finished size, ours against satori, headless Chromium and bare JPEG encoding", SizesBench.Run),
    (DenoiseBench.Name, "text-to-image time against bare model runs", DenoiseBench.Run),
    (ElementsBench.Name, "usable rate of painted elements, judged against fresh renders; sheets of samples", ElementsBench.Run),
    (JudgeBench.Name, "the judge of `elements` on fresh renders and on known defects", JudgeBench.Run),
    (StudioData.Name, "renders for training, with known defects where wanted: --out DIR [--count N] [--size N] [--seed N] [--defects SHARE]", StudioData.Run),
    ("sessions", "settings of ONNX Runtime side by side, as decided in docs/adr/0003", SessionsBench.Run),
    ("layouts", "our layouts against a template scaled and against the layout model without repair", LayoutsBench.Run),
    (LayoutData.Name, "repaired layouts as training data: FILE [--count N] [--seed N]", LayoutData.Run),
    (GpuBench.Name, "the denoising loop on a GPU: against bare runs and torch, and its memory (docs/gpu.md)", GpuBench.Run),
    (OwnWorker.Name, "the side of `sizes` that is ours, as a process of its own", OwnWorker.Run),
];

var wanted = args.FirstOrDefault();
foreach (var (name, _, run) in benches)
{
    if (name == wanted)
    {
        return run(args[1..]);
    }
}

Console.Error.WriteLine("creative bench NAME, where NAME is one of:");
foreach (var (name, says, _) in benches)
{
    Console.Error.WriteLine($"  {name,-14}{says}");
}

return 2;
