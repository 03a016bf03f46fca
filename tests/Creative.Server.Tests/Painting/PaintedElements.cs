using System.Collections.Immutable;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Server.Tests.Painting;

/// <summary>A painter whose pixels follow from the request alone, and which says how often it was asked: what a cache has to be seen against.</summary>
internal sealed class PaintedElements : IElementPainter
{
    public List<string> Painted { get; } = [];

    public ModelIdentity Model { get; init; } = new("test", "1", new string('a', 64));

    public bool MakesCutOuts => true;

    public ElementVocabulary Vocabulary { get; } = new(
        "{class}", ["coin"], ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty, ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty, ["front view"], ["warm light"], [], 3, 2, "ddim");

    public static PaintRequest Request(ulong seed, string prompt = "coin") => new(prompt, seed, 3, 2.5, "ddim");

    public IReadOnlyList<PixelImage> Paint(IReadOnlyList<PaintRequest> requests, Action<PaintProgress>? progress, CancellationToken cancellation)
    {
        for (var step = 1; step <= requests[0].Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(new PaintProgress(step, requests[0].Steps, i => Image(requests[i])));
        }

        Painted.AddRange(requests.Select(request => $"{request.Prompt}/{request.Seed}"));
        return [.. requests.Select(Image)];
    }

    public static PixelImage Image(PaintRequest request)
    {
        var image = PixelImage.Create(new CanvasSize(7, 5), 4);
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            image.Pixels[i] = (byte)((i * 31) + (int)request.Seed + request.Prompt.Length);
        }

        return image;
    }
}
