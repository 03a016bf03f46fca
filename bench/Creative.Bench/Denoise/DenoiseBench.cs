using System.Globalization;
using System.Text.Json;
using Creative.Bench.Sizes;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Text;
using Creative.Core.Imaging;
using Creative.Engine;
using Creative.Engine.Onnx;

namespace Creative.Bench.Denoise;

/// <summary>
/// What the code around the models costs: text to finished pixels, against bare session runs with the very same inputs, one
/// after the other in turns, in one process. The overhead is the median of the rounds' own ratios, since a busy machine slows
/// both halves of a round alike; overhead_processor is the same from processor time, which a busy machine hardly touches.
/// </summary>
internal static class DenoiseBench
{
    public const string Name = "denoise";

    private const int WarmUps = 10;

    public static int Run(string[] args)
    {
        var rounds = int.Parse(Arguments.Value(args, "--rounds") ?? "31", CultureInfo.InvariantCulture);
        var folder = Arguments.Value(args, "--models") ?? "models";
        var id = Arguments.Value(args, "--model") ?? "elements-mini";
        var options = new EngineOptions { Threads = Arguments.Value(args, "--threads") is { } threads ? int.Parse(threads, CultureInfo.InvariantCulture) : null };
        using var catalog = new ModelCatalog(folder, options, Console.Error.WriteLine);
        var cached = catalog.Parts(id);
        var parts = Encoding(cached);
        var request = Request(parts.Vocabulary, fewSteps: args.Contains("--few-steps"));
        if (args.Contains("--prompt-cache"))
        {
            return AgainstNoCache(new DiffusionPainter(cached), new DiffusionPainter(parts), request, rounds);
        }

        if (args.Contains("--vs-torch"))
        {
            return AgainstTorch(new DiffusionPainter(parts), TorchPeer.Start(folder, id, request, options.Threads), request, rounds);
        }

        Console.Error.WriteLine($"'{request.Prompt}', {request.Steps} steps of {request.Scheduler}, guidance {request.Guidance}, {rounds} rounds");

        var recorder = new Recorder(parts);
        Paint(new DiffusionPainter(recorder.Model), request);
        using var bare = new BareSessions(ModelManifest.Read(Path.Combine(folder, id)), new OnnxRuntimeHost(options, _ => { }), recorder);
        var painter = new DiffusionPainter(parts);
        var (ours, theirs) = Measure(() => Paint(painter, request), bare.RunAll, rounds);

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            ours_ms = Math.Round(Clock.Median([.. ours.Select(time => time.Wall)]), 2),
            bare_ms = Math.Round(Clock.Median([.. theirs.Select(time => time.Wall)]), 2),
            overhead = Math.Round(Clock.Median([.. ours.Zip(theirs, (a, b) => (a.Wall / b.Wall) - 1)]), 4),
            overhead_processor = Math.Round((ours.Sum(time => time.Processor) / theirs.Sum(time => time.Processor)) - 1, 4),
        }));
        return 0;
    }

    /// <summary>The same prompt again and again, remembered and encoded anew.</summary>
    private static int AgainstNoCache(DiffusionPainter remembering, DiffusionPainter encoding, PaintRequest request, int rounds)
    {
        var (with, without) = Measure(() => Paint(remembering, request), () => Paint(encoding, request), rounds);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            remembered_ms = Math.Round(Clock.Median(with.Select(time => time.Wall)), 2),
            encoded_ms = Math.Round(Clock.Median(without.Select(time => time.Wall)), 2),
            remembered_processor_ms = Math.Round(with.Average(time => time.Processor), 2),
            encoded_processor_ms = Math.Round(without.Average(time => time.Processor), 2),
        }));
        return 0;
    }

    private static ((double Wall, double Processor)[] Ours, (double Wall, double Processor)[] Bare) Measure(Action ours, Action bare, int rounds)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            ours();
            bare();
        }

        var times = (Ours: new (double, double)[rounds], Bare: new (double, double)[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            // Whoever comes second finds warmer caches: take turns.
            if (i % 2 == 0)
            {
                (times.Ours[i], times.Bare[i]) = (Clock.Both(ours), Clock.Both(bare));
            }
            else
            {
                (times.Bare[i], times.Ours[i]) = (Clock.Both(bare), Clock.Both(ours));
            }
        }

        return times;
    }

    private static void Paint(DiffusionPainter painter, PaintRequest request) => painter.Paint([request], null, default)[0].Dispose();

    /// <summary>The same network in torch, one element after the other in turns; ratios above 1 say that torch takes longer.</summary>
    private static int AgainstTorch(DiffusionPainter painter, Peer peer, PaintRequest request, int rounds)
    {
        using var torch = peer;
        (double Wall, double Processor) Torch(int i)
        {
            var time = torch.Render(i);
            return (time.Wall, time.Processor);
        }

        for (var i = 0; i < 3; i++)
        {
            Paint(painter, request);
            torch.Render(i);
        }

        var (ours, theirs) = (new (double Wall, double Processor)[rounds], new (double Wall, double Processor)[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            if (i % 2 == 0)
            {
                (ours[i], theirs[i]) = (Clock.Both(() => Paint(painter, request)), Torch(i));
            }
            else
            {
                (theirs[i], ours[i]) = (Torch(i), Clock.Both(() => Paint(painter, request)));
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            steps = request.Steps,
            guidance = request.Guidance,
            few_steps = request.FewSteps,
            ours_ms = Math.Round(Clock.Median(ours.Select(time => time.Wall)), 2),
            torch_ms = Math.Round(Clock.Median(theirs.Select(time => time.Wall)), 2),
            torch_over_ours = Math.Round(Clock.Median(theirs.Zip(ours, (t, o) => t.Wall / o.Wall)), 3),
            ours_processor_ms = Math.Round(ours.Average(time => time.Processor), 2),
            torch_processor_ms = Math.Round(theirs.Average(time => time.Processor), 2),
        }));
        return 0;
    }

    /// <summary>What we compare with encodes the prompt for each element, so we must not remember it.</summary>
    private static DiffusionModel Encoding(DiffusionModel model) =>
        model.TextEncoder is CachedTextEncoder cached ? model with { TextEncoder = cached.Inner } : model;

    internal static PaintRequest Request(ElementVocabulary vocabulary, bool fewSteps)
    {
        var prompt = new PromptBuilder(vocabulary).Write(vocabulary.Classes[0], Colour.White, 0, 0, vocabulary.Lights[0]);
        var usual = new FewSteps(vocabulary.Steps, vocabulary.Guidance, vocabulary.Scheduler);
        var settings = fewSteps ? vocabulary.FewSteps ?? throw new InvalidOperationException("This model has no few-step denoiser.") : usual;
        return new PaintRequest(prompt, 1, settings.Steps, settings.Guidance, settings.Scheduler) { FewSteps = fewSteps };
    }
}
