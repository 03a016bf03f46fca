using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Server.Painting;

/// <summary>Paints what the cache does not have. Since a request gives the same pixels whatever it is batched with, nobody can tell the difference.</summary>
public sealed class CachedElementPainter(IElementPainter painter, ElementCache cache) : IElementPainter
{
    public ModelIdentity Model => painter.Model;

    public ElementVocabulary Vocabulary => painter.Vocabulary;

    public bool MakesCutOuts => painter.MakesCutOuts;

    public IReadOnlyList<PixelImage> Paint(IReadOnlyList<PaintRequest> requests, Action<PaintProgress>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // A batch is painted with the settings of its first request, so these are what decides the pixels.
        var first = requests[0];
        PaintRequest[] wanted = [.. requests.Select(request => request with { Steps = first.Steps, Guidance = first.Guidance, Scheduler = first.Scheduler, FewSteps = first.FewSteps })];
        var images = new PixelImage?[wanted.Length];
        try
        {
            for (var i = 0; i < wanted.Length; i++)
            {
                images[i] = cache.Find(ElementCache.KeyOf(Model, wanted[i]));
            }

            var missing = Enumerable.Range(0, wanted.Length).Where(i => images[i] is null).ToArray();
            if (missing.Length > 0)
            {
                PaintMissing(wanted, missing, images, progress, cancellation);
            }
            else
            {
                progress?.Invoke(new PaintProgress(first.Steps, first.Steps, i => Copy(images[i]!)));
            }

            return images!;
        }
        catch
        {
            foreach (var image in images)
            {
                image?.Dispose();
            }

            throw;
        }
    }

    private void PaintMissing(PaintRequest[] wanted, int[] missing, PixelImage?[] images, Action<PaintProgress>? progress, CancellationToken cancellation)
    {
        Action<PaintProgress>? passOn = progress is null
            ? null
            : step => progress(step with { Preview = i => images[i] is { } ready ? Copy(ready) : step.Preview(Array.IndexOf(missing, i)) });
        var painted = painter.Paint([.. missing.Select(i => wanted[i])], passOn, cancellation);
        for (var k = 0; k < missing.Length; k++)
        {
            images[missing[k]] = painted[k];
        }

        foreach (var i in missing)
        {
            cache.Keep(ElementCache.KeyOf(Model, wanted[i]), images[i]!);
        }
    }

    private static PixelImage Copy(PixelImage image)
    {
        var copy = PixelImage.Create(image.Size, image.Channels);
        image.Pixels.CopyTo(copy.Pixels);
        return copy;
    }
}
