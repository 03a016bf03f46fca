using System.Collections.Immutable;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Numerics;

namespace Creative.Core.Composition;

/// <summary>Smaller elements on their way from the main one into ground that would be empty.</summary>
internal static class SatelliteTrail
{
    // Below this the sides of a picture are no empty ground.
    private const double WideRatio = 1.4;

    // Between pieces, relative to the main element.
    private const double Step = 0.24;

    /// <summary>
    /// A falling arc from the main element into the wider empty side, each piece smaller and softer than the one before;
    /// none where the sides are no wider than the ring.
    /// </summary>
    public static IEnumerable<Satellite> Of(StyleCanvas c, Box main, ImmutableArray<PaintedElement> elements, StagingStyle staging)
    {
        var side = Math.Max(main.Width, main.Height);
        var (left, right) = (main.X - FreeUntil(c, main, -1), FreeUntil(c, main, 1) - main.Right);
        var (direction, room) = left > right ? (-1, left) : (1, right);
        var start = (0.62 * staging.Spread * side) + (0.2 * side);
        var length = room - start - (0.12 * side);
        var count = Math.Min(staging.Trail, (int)(length / (Step * side)) + 1);
        if (c.Size.Ratio < WideRatio || length < 0.2 * side)
        {
            yield break;
        }

        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 32));
        for (var i = 0; i < count; i++)
        {
            var t = (i + 0.5) / count;
            var tall = side * (0.25 - (0.12 * t)) * random.Between(0.9, 1.1);
            var x = (direction > 0 ? main.Right : main.X) + (direction * (start + (t * length)));
            var y = main.CenterY - (Math.Min(0.4 * side, 0.5 * length) * Math.Cos(Math.PI * t * 0.9)) + (side * random.Between(-0.1, 0.1));
            var (element, turn) = (Satellites.Choose(elements, i), random.Between(-staging.Tilt, staging.Tilt));
            var box = Satellites.Around(element, x, y, tall);
            if (Satellites.Inside(c, box, tall) is { } place)
            {
                yield return new Satellite(element, place, -0.5 - t, turn);
            }
        }
    }

    // Where words, or the edge of the canvas, stand beside the main element.
    private static double FreeUntil(StyleCanvas c, Box main, int direction)
    {
        var beside = c.Keep.Where(k => k.Y < main.Bottom && k.Bottom > main.Y);
        return direction < 0
            ? beside.Where(k => k.Right <= main.CenterX).Select(k => k.Right).DefaultIfEmpty(0).Max()
            : beside.Where(k => k.X >= main.CenterX).Select(k => k.X).DefaultIfEmpty(c.Size.Width).Min();
    }
}
