using Creative.Core.Composition;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Bench.Layouts;

/// <summary>Elements that stand for painted ones: golden shapes as wide and high as those of the elements model.</summary>
internal sealed class PlaceholderArt : IDisposable
{
    private const int Side = 256;
    private const double Filled = 0.8;

    private readonly Dictionary<double, PixelImage> _images = [];

    public ConceptArt Of(Concept concept) => new([.. concept.Elements.Select(e =>
        new PaintedElement(e, new PaintRequest(e.Prompt, e.Seed, 1, 1, "ddim"), 1, 1, Image(BenchBriefs.Aspects[e.ElementClass])))]);

    public void Dispose()
    {
        foreach (var image in _images.Values)
        {
            image.Dispose();
        }
    }

    // A rounded block (superellipse) that is lighter towards the top left.
    private PixelImage Image(double aspect)
    {
        if (_images.TryGetValue(aspect, out var known))
        {
            return known;
        }

        var image = PixelImage.Create(new CanvasSize(Side, Side), 4);
        var (halfWidth, halfHeight) = (Filled * Side / 2 * Math.Min(1, aspect), Filled * Side / 2 * Math.Min(1, 1 / aspect));
        for (var y = 0; y < Side; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < Side; x++)
            {
                var (u, v) = ((x + 0.5 - (Side / 2.0)) / halfWidth, (y + 0.5 - (Side / 2.0)) / halfHeight);
                if (Math.Pow(Math.Abs(u), 4) + Math.Pow(Math.Abs(v), 4) <= 1)
                {
                    var light = 0.8 - (0.2 * (u + v) / 2) + (Math.Abs(u) < 0.12 ? 0.15 : 0);
                    ReadOnlySpan<byte> pixel = [Byte(250 * light), Byte(200 * light), Byte(96 * light), 255];
                    pixel.CopyTo(row[(x * 4)..]);
                }
            }
        }

        return _images[aspect] = image;
    }

    private static byte Byte(double value) => (byte)Math.Clamp(value, 0, 255);
}
