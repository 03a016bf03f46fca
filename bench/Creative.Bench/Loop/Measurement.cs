using Creative.Bench.Elements;
using Creative.Core.Diffusion;
using Creative.Core.Statistics;
using Creative.Engine;
using Creative.Studio.Judging;

namespace Creative.Bench.Loop;

/// <summary>What the renderer-grounded judge says of a model: it was there before the loop and learns nothing from it.</summary>
internal static class Measurement
{
    /// <param name="folder">Of the model.</param>
    /// <param name="count">Pictures.</param>
    public static WilsonInterval UsableRate(string folder, int count)
    {
        using var catalog = new ModelCatalog(Path.GetDirectoryName(folder)!, new EngineOptions());
        var painter = catalog.Painter(Path.GetFileName(folder));
        ElementRequest[] requests = [.. PromptDraw.OfMeasurement(painter.Vocabulary, count)];
        var usable = 0;
        using var progress = new Layouts.ProgressBar(requests.Length);
        foreach (var pair in requests.Chunk(Environment.ProcessorCount))
        {
            var images = pair.Select(request => Paint(painter, request)).ToArray();
            Parallel.For(0, pair.Length, i =>
            {
                using var image = images[i];
                if (ElementJudge.Judge(image, pair[i].Attributes).Usable)
                {
                    Interlocked.Increment(ref usable);
                }
            });
            foreach (var request in pair)
            {
                progress.Step(request.Prompt);
            }
        }

        return WilsonInterval.Of(usable, requests.Length);
    }

    private static Core.Imaging.PixelImage Paint(IElementPainter painter, ElementRequest request)
    {
        var words = painter.Vocabulary;
        return painter.Paint([new PaintRequest(request.Prompt, request.Seed, words.Steps, words.Guidance, words.Scheduler)], null, default)[0];
    }
}
