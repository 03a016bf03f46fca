using Creative.Core.Imaging;
using Creative.Core.Numerics;

namespace Creative.Studio.Defects;

/// <summary>Wrong outlines and distortions.</summary>
internal static class ShapeDefects
{
    /// <summary>Long waves that push places by up to 5 % of the picture.</summary>
    public static IEnumerable<Box> Warp(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var by = .05f * severity * flaws.Size;
        var waves = Enumerable.Range(0, 4).Select(_ => (Angle: random.Between(0, 6.28), Turns: random.Between(1.2, 2.2), Phase: random.Between(0, 6.28))).ToArray();
        float Wave(int k, float x, float y)
        {
            var (angle, turns, phase) = waves[k];
            return (float)Math.Sin(((((x * Math.Cos(angle)) + (y * Math.Sin(angle))) / flaws.Size) * turns * 2 * Math.PI) + phase);
        }

        flaws.Planes = flaws.Planes.Through((x, y) => (x + (by * .7f * (Wave(0, x, y) + (.5f * Wave(1, x, y)))), y + (by * .7f * (Wave(2, x, y) + (.5f * Wave(3, x, y))))));
        return [flaws.Extent()];
    }

    /// <summary>A round bite out of the outline, up to 16 % of the picture in radius.</summary>
    public static IEnumerable<Box> Bite(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var planes = flaws.Planes;
        var size = flaws.Size;
        var edge = flaws.Pick(random, i => planes.A[i] > .5f
            && (i % size == 0 || i % size == size - 1 || planes.A[i - 1] <= .5f || planes.A[Math.Min(i + 1, planes.A.Length - 1)] <= .5f));
        if (edge is not var (cx, cy) || severity == 0)
        {
            return [];
        }

        var radius = (.16f * severity * size) + .5f;
        var box = new Box(cx - radius - 1, cy - radius - 1, (2 * radius) + 3, (2 * radius) + 3);
        foreach (var (i, x, y) in flaws.In(box))
        {
            var keep = Math.Clamp(MathF.Sqrt(((x - cx) * (x - cx)) + ((y - cy) * (y - cy))) - radius + .5f, 0, 1);
            foreach (var plane in planes.All)
            {
                plane[i] *= keep;
            }
        }

        return [box.Intersect(new Box(0, 0, size, size))];
    }

    /// <summary>Short waves without order, up to 7 pixels of 256 high, that make edges and lines run.</summary>
    public static IEnumerable<Box> Melt(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var cell = 11 * flaws.Unit;
        var across = (int)(flaws.Size / cell) + 3;
        float[] Noise() => [.. Enumerable.Range(0, across * across).Select(_ => (float)random.Between(-1, 1))];
        float[] dx = Noise(), dy = Noise();
        var by = 9 * flaws.Unit * severity;
        flaws.Planes = flaws.Planes.Through((x, y) => (
            x + (by * Imaging.Planes.Sample(dx, across, across, x / cell, y / cell)),
            y + (by * Imaging.Planes.Sample(dy, across, across, x / cell, y / cell))));
        return [flaws.Extent()];
    }

    /// <summary>Slanted by up to 17°.</summary>
    public static IEnumerable<Box> Shear(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var (by, middle) = ((random.Below(2) == 0 ? .3f : -.3f) * severity, (flaws.Size - 1) / 2f);
        var across = random.Below(2) == 0;
        flaws.Planes = flaws.Planes.Through((x, y) => across ? (x + (by * (y - middle)), y) : (x, y + (by * (x - middle))));
        return [flaws.Extent()];
    }

    /// <summary>One side wider than the other, by up to 1.6 to 1.</summary>
    public static IEnumerable<Box> Keystone(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var (by, middle) = ((random.Below(2) == 0 ? .5f : -.5f) * severity, (flaws.Size - 1) / 2f);
        var across = random.Below(2) == 0;
        flaws.Planes = flaws.Planes.Through((x, y) => across
            ? (middle + ((x - middle) * (1 + (by * (y - middle) / flaws.Size))), y)
            : (x, middle + ((y - middle) * (1 + (by * (x - middle) / flaws.Size)))));
        return [flaws.Extent()];
    }
}
