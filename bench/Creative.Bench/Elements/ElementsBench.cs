using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Creative.Bench.Elements.Reading;
using Creative.Core.Diffusion;
using Creative.Engine;
using Creative.Studio.Judging;
using Creative.Studio.Vocabulary;

namespace Creative.Bench.Elements;

/// <summary>
/// How good the elements are that a model paints, on fixed prompts and seeds, judged against fresh renders: usable rate with
/// its 95 % interval, pass rates by dimension, sharpness, alpha, diversity, distance to the nearest render; and what an
/// independent classifier reads, with the Fréchet distance of its features. --weak takes the weak model;
/// --export DIR keeps the pictures as a fine-tuning set, with what the judge says of them.
/// </summary>
internal static class ElementsBench
{
    public const string Name = "elements";

    private const int OnePromptSeeds = 6;

    /// <summary>Pictures of a class whose distance to the renders is taken.</summary>
    private const int Compared = 12;

    public static int Run(string[] args)
    {
        var perClass = int.Parse(Arguments.Value(args, "--per-class") ?? "64", CultureInfo.InvariantCulture);
        var folder = args.Contains("--weak")
            ? WeakModel.Assemble(".", Path.GetFullPath(Path.Combine("out", "bench", "models")))
            : Path.GetFullPath(Arguments.Value(args, "--model") ?? Path.Combine("models", "elements-mini"));
        var output = Arguments.Value(args, "--out") ?? Path.Combine("out", "bench", "elements");
        var only = Arguments.Value(args, "--class");
        var few = args.Contains("--few-steps");
        var first = int.Parse(Arguments.Value(args, "--first-seed") ?? "0", CultureInfo.InvariantCulture);
        if (perClass is < 1 or > 1024 || first is < 0 or > 1_000_000)
        {
            Console.Error.WriteLine($"--per-class: {perClass}, expected 1 to 1024; --first-seed: {first}, expected 0 to 1000000.");
            return 2;
        }

        using var catalog = new ModelCatalog(Path.GetDirectoryName(folder)!, new EngineOptions(), Console.Error.WriteLine);
        var painter = catalog.Painter(Path.GetFileName(folder));
        if (few && painter.Vocabulary.FewSteps is null)
        {
            Console.Error.WriteLine($"--few-steps: {painter.Model.Id} has no denoiser for few steps.");
            return 2;
        }

        var kinds = ElementRequests.Classes(painter.Vocabulary).Where(kind => only is null || kind.Id == only).ToArray();
        if (kinds.Length == 0)
        {
            Console.Error.WriteLine(only is null ? $"{painter.Model.Id} paints nothing that the studio can draw." : $"--class: '{only}' is not a class of {painter.Model.Id}.");
            return 2;
        }

        var reports = kinds.Select(kind => Report(painter, kind, (first, perClass), few, output)).ToImmutableArray();
        var pictures = reports.SelectMany(report => report.Pictures).ToArray();
        var usable = ClassReport.Rate(pictures, picture => picture.Verdict.Usable);
        Console.WriteLine($"all          usable {usable}");
        using var reader = new ElementReader(Arguments.Value(args, "--judge") ?? Path.Combine("models", "elements-judge"));
        var read = ReadReport.Of(reader, pictures);
        Console.WriteLine(read);
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                model = $"{painter.Model.Id} {painter.Model.Version}",
                few_steps = few,
                first_seed = first,
                per_class = perClass,
                usable = Math.Round(usable.Rate, 4),
                usable_low = Math.Round(usable.Low, 4),
                usable_high = Math.Round(usable.High, 4),
                passes = ClassReport.Passes(pictures),
                read = read.ToJson(),
                classes = reports.ToDictionary(report => report.Class.Id, report => report.ToJson()),
            },
            PlainJson.Options));
        if (Arguments.Value(args, "--export") is { } export)
        {
            JudgedExport.Write(export, pictures);
        }

        foreach (var picture in pictures)
        {
            picture.Image.Dispose();
        }

        return 0;
    }

    private static ClassReport Report(IElementPainter painter, ElementClass kind, (int First, int Count) seeds, bool few, string output)
    {
        ImmutableArray<JudgedPicture> pictures =
        [
            .. ElementRequests.Of(painter.Vocabulary, kind, seeds.First, seeds.Count).Select(request =>
            {
                var image = Paint(painter, request, few);
                return new JudgedPicture(request, image, ElementJudge.Judge(image, request.Attributes));
            }),
        ];
        var report = new ClassReport(
            kind,
            pictures,
            Diversity(painter, kind, few),
            pictures.Take(Compared).Average(picture => Distances.ToNearestRender(Distances.Small(picture.Image), picture.Request)),
            pictures.Take(Compared).Average(picture => Distances.OfFreshRender(picture.Request)));
        Console.WriteLine(report);
        Sheet.Write(Path.Combine(output, $"{kind.Id}.png"), [.. pictures.Select(picture => picture.Image)], 8, 128);
        File.WriteAllLines(
            Path.Combine(output, $"{kind.Id}.txt"), pictures.Select(picture => $"{picture.Request.Seed}\t{picture.Request.Prompt}\t{picture.Verdict}"));
        return report;
    }

    private static double Diversity(IElementPainter painter, ElementClass kind, bool few) =>
        Distances.MeanOfPairs([.. ElementRequests.OfOnePrompt(painter.Vocabulary, kind, OnePromptSeeds).Select(request =>
        {
            using var image = Paint(painter, request, few);
            return Distances.Small(image);
        })]);

    private static Core.Imaging.PixelImage Paint(IElementPainter painter, ElementRequest request, bool few)
    {
        var words = painter.Vocabulary;
        var paint = few && words.FewSteps is { } quick
            ? new PaintRequest(request.Prompt, request.Seed, quick.Steps, quick.Guidance, quick.Scheduler) { FewSteps = true }
            : new PaintRequest(request.Prompt, request.Seed, words.Steps, words.Guidance, words.Scheduler);
        return painter.Paint([paint], null, default)[0];
    }
}
