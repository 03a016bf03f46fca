using System.Globalization;
using System.Text.Json;
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
        var options = new EngineOptions();
        using var catalog = new ModelCatalog(folder, options, Console.Error.WriteLine);
        var parts = Encoding(catalog.Parts(id));
        var request = Request(parts.Vocabulary, fewSteps: args.Contains("--few-steps"));
        if (args.Contains("--vs-torch"))
        {
            return AgainstTorch(new DiffusionPainter(parts), folder, id, request, rounds);
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

    private static void Paint(IElementPainter painter, PaintRequest request) => painter.Paint([request], null, default)[0].Dispose();

    /// <summary>The same network in torch, one element after the other in turns; ratios above 1 say that torch takes longer.</summary>
    private static int AgainstTorch(IElementPainter painter, string folder, string id, PaintRequest request, int rounds)
    {
        using var torch = TorchPeer.Start(folder, id, request);
        for (var i = 0; i < 3; i++)
        {
            Paint(painter, request);
            torch.Render(i);
        }

        var times = (Ours: new double[rounds], Torch: new double[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            if (i % 2 == 0)
            {
                (times.Ours[i], times.Torch[i]) = (Clock.Milliseconds(() => Paint(painter, request)), torch.Render(i).Wall);
            }
            else
            {
                (times.Torch[i], times.Ours[i]) = (torch.Render(i).Wall, Clock.Milliseconds(() => Paint(painter, request)));
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            steps = request.Steps,
            guidance = request.Guidance,
            few_steps = request.FewSteps,
            ours_ms = Math.Round(Clock.Median(times.Ours), 2),
            torch_ms = Math.Round(Clock.Median(times.Torch), 2),
            torch_over_ours = Math.Round(Clock.Median([.. times.Torch.Zip(times.Ours, (theirs, ours) => theirs / ours)]), 3),
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
