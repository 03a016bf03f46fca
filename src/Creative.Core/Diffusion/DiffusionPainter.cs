using System.Buffers;
using System.Collections.Concurrent;
using Creative.Core.Diffusion.Sampling;
using Creative.Core.Imaging;

namespace Creative.Core.Diffusion;

/// <summary>Paints with a latent diffusion model: encode, denoise, decode.</summary>
public sealed class DiffusionPainter(DiffusionModel model) : IElementPainter
{
    /// <summary>By sampler, whose name may say more about the settings than the model does. Computed when first asked for.</summary>
    private readonly ConcurrentDictionary<string, NoiseSchedule> _schedules = new(StringComparer.Ordinal);

    public ModelIdentity Model => model.Identity;

    public ElementVocabulary Vocabulary => model.Vocabulary;

    public bool MakesCutOuts => model.Decoder.Channels == 4 || model.Matting is not null;

    /// <exception cref="ArgumentException">Names every problem of the requests.</exception>
    /// <exception cref="OperationCanceledException">Stopped within one step; nothing is left behind.</exception>
    public IReadOnlyList<PixelImage> Paint(
        IReadOnlyList<PaintRequest> requests, Action<PaintProgress>? progress, CancellationToken cancellation)
    {
        PaintRequestRules.Check(requests, model);
        var (_, _, steps, guidance, name) = requests[0];
        var sampler = Samplers.Named(name);
        var network = requests[0].FewSteps ? model.FewStepDenoiser! : model.Denoiser;
        var left = requests[0].Start?.StepsLeft(steps) ?? 0;
        var grid = sampler.Grid(_schedules.GetOrAdd(name, _ => sampler.Schedule(model.Scheduler)), steps);
        var first = left * sampler.Runs;
        var images = new List<LatentImage>(requests.Count);
        try
        {
            var texts = new PromptTexts(model.TextEncoder, GuidedDenoiser.NeedsNegative(network, guidance), model.EmptyNegativeIsZero);
            var starts = new LatentStarts(model);
            foreach (var request in requests)
            {
                var text = texts.For(request, cancellation);
                var start = starts.For(request, left, cancellation);
                images.Add(new LatentImage(new SampleState(model.Latent.Count, sampler, new TorchRandom(request.Seed)), text, start));
                images[^1].Begin(grid, first);
            }

            using var loop = DenoisingLoops.Begin(network, model.Latent, texts.Tokens, guidance, sampler, grid, first, images, cancellation);
            for (var step = first; step < grid.Steps; step++)
            {
                loop.Advance(step, cancellation);
                Report(progress, step - first, grid.Steps - first, loop, cancellation);
            }

            return DecodeAll(loop, images.Count, cancellation);
        }
        finally
        {
            images.ForEach(image => image.Dispose());
        }
    }

    private void Report(
        Action<PaintProgress>? progress, int step, int steps, IDenoisingLoop loop, CancellationToken cancellation)
    {
        if (progress is null)
        {
            return;
        }

        var open = true;
        progress(new PaintProgress(step + 1, steps, i => open
            ? Decode(loop.Clean(i, cancellation), cancellation)
            : throw new InvalidOperationException("A preview is only to be had during the callback.")));
        open = false;
    }

    private List<PixelImage> DecodeAll(IDenoisingLoop loop, int count, CancellationToken cancellation)
    {
        var pictures = new List<PixelImage>(count);
        try
        {
            for (var i = 0; i < count; i++)
            {
                pictures.Add(Decode(loop.Sample(i, cancellation), cancellation));
            }

            return pictures;
        }
        catch
        {
            pictures.ForEach(picture => picture.Dispose());
            throw;
        }
    }

    private PixelImage Decode(ReadOnlySpan<float> latent, CancellationToken cancellation)
    {
        var size = model.Decoder.SizeOf(model.Latent);
        var count = checked((int)size.Pixels * model.Decoder.Channels);
        var planes = ArrayPool<float>.Shared.Rent(count);
        try
        {
            model.Decoder.Decode(model.Latent, latent, planes.AsSpan(0, count), cancellation);
            var picture = DecodedPixels.ToImage(size, model.Decoder.Channels, planes.AsSpan(0, count), model.Alpha);
            return model.Matting is { } matting ? CutOut.Of(picture, matting, cancellation) : picture;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(planes);
        }
    }
}
