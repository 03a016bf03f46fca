using System.Collections.Immutable;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Scoring;

namespace Creative.Core.Composition;

/// <summary>Paints a concept's elements, several candidates each, and keeps the best of each.</summary>
/// <param name="upscaler">Null: elements are only ever drawn from the pixels they were painted with.</param>
internal sealed class ConceptPainter(IElementPainter painter, IElementScorer scorer, IImageUpscaler? upscaler)
{
    private readonly IElementPainter _painter = CutOutRule.Require(painter);

    public ConceptArt Paint(Concept concept, PaintSettings settings, Action<PaintStep>? progress, CancellationToken cancellation)
    {
        var vocabulary = _painter.Vocabulary;
        var usual = settings.FewSteps && vocabulary.FewSteps is { } few ? few : new FewSteps(vocabulary.Steps, vocabulary.Guidance, vocabulary.Scheduler);
        var steps = settings.Steps ?? usual.Steps;
        var chosen = ImmutableArray.CreateBuilder<PaintedElement>(concept.Elements.Length);
        try
        {
            foreach (var plan in concept.Elements)
            {
                var done = chosen.Count * steps;
                var requests = Enumerable.Range(0, settings.Candidates)
                    .Select(n => new PaintRequest(plan.Prompt, plan.Seed + (ulong)n, steps, settings.Guidance ?? usual.Guidance, settings.Scheduler ?? usual.Scheduler) { FewSteps = settings.FewSteps })
                    .ToArray();
                Action<PaintProgress>? report = progress is null
                    ? null
                    : p => progress(new PaintStep(done + p.Step, steps * concept.Elements.Length, plan.Prompt, () => p.Preview(0)));
                chosen.Add(Best(plan, requests, _painter.Paint(requests, report, cancellation)));
            }
        }
        catch
        {
            new ConceptArt(chosen.ToImmutable()).Dispose();
            throw;
        }

        return new ConceptArt(chosen.ToImmutable());
    }

    private PaintedElement Best(ElementPlan plan, PaintRequest[] requests, IReadOnlyList<PixelImage> images)
    {
        var scores = scorer.Score(images, plan.Prompt);
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i].Value > scores[best].Value ? i : best;
        }

        for (var i = 0; i < images.Count; i++)
        {
            if (i != best)
            {
                images[i].Dispose();
            }
        }

        return new PaintedElement(plan, requests[best], requests.Length, scores[best].Value, images[best])
        {
            Scored = scores[best],
            Enlargement = upscaler is null ? null : new Enlargement(images[best], upscaler),
        };
    }
}
