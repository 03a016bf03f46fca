using Creative.Bench;
using Creative.Bench.Denoise;
using Creative.Bench.Elements;
using Creative.Bench.Exports;
using Creative.Bench.Gallery;
using Creative.Bench.Gpu;
using Creative.Bench.Labels;
using Creative.Bench.Layouts;
using Creative.Bench.Loop;
using Creative.Bench.Scores;
using Creative.Bench.Sizes;

// Every bench prints what it does as it goes and ends with one line of JSON.
BenchEntry[] benches =
[
    new("sizes", "milliseconds per finished size, ours against satori, headless Chromium and bare JPEG encoding", "[--rounds N]", SizesBench.Run),
    new(
        DenoiseBench.Name,
        "text-to-image time against bare model runs, against torch, or with and without the prompt cache",
        "[--vs-torch] [--prompt-cache] [--few-steps] [--rounds N] [--threads N] [--models DIR] [--model ID]",
        DenoiseBench.Run),
    new(
        ElementsBench.Name,
        "usable rate of painted elements, judged against fresh renders; sheets of samples",
        "[--few-steps] [--weak] [--per-class N] [--first-seed N] [--class NAME] [--model DIR] [--judge DIR] [--out DIR] [--export DIR]",
        ElementsBench.Run),
    new(JudgeBench.Name, "the judge of `elements` on fresh renders and on known defects", "[--per-kind N]", JudgeBench.Run),
    new(
        StudioData.Name,
        "renders for training, with known defects where wanted",
        "--out DIR [--count N] [--size N] [--seed N] [--defects SHARE]",
        StudioData.Run),
    new(
        LabelsBench.Name,
        "what designers' time buys: our queue against random and others, or the best of several candidates, by simulated designers",
        "[--seeds N] [--items N] [--labels N] [--pool-seed N] [--synthetic] [--strategy NAME] | --best-of N [--prompts N] [--judgements N] [--model ID]",
        LabelsBench.Run),
    new(SessionsBench.Name, "settings of ONNX Runtime side by side, as decided in docs/adr/0003", "[--rounds N] [--int8 FILE] [--models DIR] [--model ID]", SessionsBench.Run),
    new(
        "layouts",
        "our layouts against a template scaled and against the layout model without repair",
        "[--variants N] [--only PLACEMENTS] [--pictures DIR] [--models DIR] [--model ID]",
        LayoutsBench.Run),
    new(
        GalleryBench.Name,
        "pictures of every style to look at, and a contact sheet for each",
        "[--styles NAMES] [--briefs NAMES] [--placements IDS] [--width N] [--out DIR]",
        GalleryBench.Run),
    new(DeliveryBench.Name, "every placement of twelve briefs, painted, drawn, encoded and checked: what is refused, and why", "[--variants N] [--out DIR]", DeliveryBench.Run),
    new(LayoutData.Name, "repaired layouts as training data", "FILE [--count N] [--seed N] [--models DIR] [--model ID]", LayoutData.Run),
    new(
        GpuBench.Name,
        "the denoising loop on a GPU: against bare runs and torch, and its memory (docs/gpu.md)",
        "[--provider NAME] [--rounds N] [--renders N] [--few-steps] [--no-torch] [--cuda-graphs] [--tensorrt-cache DIR] [--tensorrt-half] [--models DIR] [--model ID]",
        GpuBench.Run),
    new(ScoresBench.Name, "scores of 28 designers on their way to the disk: one flush for many against one for each", "[--clients N] [--seconds N]", ScoresBench.Run),
    new(
        LoopBench.Name,
        "the whole loop from a weak model: score, export, fine-tune, compare, promote; usable rate by round",
        "[--short] [--rounds N] [--painted N] [--labels N] [--compared N] [--evaluated N] [--minutes MINUTES] [--python FILE] [--out DIR]",
        LoopBench.Run),
    new(
        ExportBench.Name,
        "a dataset's export over gRPC against plain tar over the same files; peak memory",
        "[--items N] [--bytes N] [--format NAME] [--rounds N] [--work DIR]",
        ExportBench.Run),
    new(OwnWorker.Name, "the side of `sizes` that is ours, as a process of its own", "FILE", OwnWorker.Run),
];

if (benches.FirstOrDefault(bench => bench.Name == args.FirstOrDefault()) is not { } wanted)
{
    Console.Error.WriteLine("creative bench NAME, where NAME is one of:");
    foreach (var bench in benches)
    {
        Console.Error.WriteLine($"  {bench.Name,-14}{bench.Says}");
    }

    return 2;
}

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine($"creative bench {wanted.Name} {wanted.Usage}".TrimEnd());
    Console.WriteLine($"  {wanted.Says}");
    return 0;
}

if (wanted.Problems(args[1..]).ToArray() is { Length: > 0 } problems)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, problems));
    Console.Error.WriteLine($"creative bench {wanted.Name} {wanted.Usage}".TrimEnd());
    return 2;
}

return wanted.Run(args[1..]);
