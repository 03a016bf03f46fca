using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Studio.Imaging;

namespace Creative.Studio.Defects;

/// <summary>Soft pictures and dirty cut-outs.</summary>
internal static class AlphaDefects
{
    /// <summary>A Gaussian of up to 3.5 pixels of 256.</summary>
    public static IEnumerable<Box> Blur(FlawedPlanes flaws, float severity)
    {
        foreach (var plane in flaws.Planes.All)
        {
            Planes.Gaussian(plane, flaws.Size, flaws.Size, 3.5 * severity * flaws.Unit).CopyTo(plane, 0);
        }

        return [flaws.Extent()];
    }

    /// <summary>Two to six places through which the ground is seen, up to 13 pixels of 256 in radius.</summary>
    public static IEnumerable<Box> Holes(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var planes = flaws.Planes;
        var inner = Planes.Extreme(planes.A, flaws.Size, flaws.Size, (int)(8 * flaws.Unit), sign: -1);
        var regions = new List<Box>();
        for (var hole = 0; hole < 2 + (int)(4 * severity); hole++)
        {
            if (flaws.Pick(random, i => inner[i] > .98f) is not var (cx, cy))
            {
                break;
            }

            var radius = (3 + (10 * severity)) * flaws.Unit * (float)random.Between(.7, 1);
            var box = new Box(cx - radius - 1, cy - radius - 1, (2 * radius) + 3, (2 * radius) + 3);
            foreach (var (i, x, y) in flaws.In(box))
            {
                var inside = Math.Clamp((radius - MathF.Sqrt(((x - cx) * (x - cx)) + ((y - cy) * (y - cy)))) / (2 * flaws.Unit), 0, 1);
                foreach (var plane in planes.All)
                {
                    plane[i] *= 1 - (inside * Math.Min(.95f, 1.4f * severity));
                }
            }

            regions.Add(box.Intersect(new Box(0, 0, flaws.Size, flaws.Size)));
        }

        return regions;
    }

    /// <summary>A whitish veil around the outline, left over from another ground.</summary>
    public static IEnumerable<Box> Halo(FlawedPlanes flaws, float severity)
    {
        var planes = flaws.Planes;
        var wide = Planes.Blur(planes.A, flaws.Size, flaws.Size, Math.Max(1, (int)((4 + (4 * severity)) * flaws.Unit)));
        for (var i = 0; i < wide.Length; i++)
        {
            var veil = Math.Min(1, 1.8f * wide[i]) * .7f * severity * (1 - planes.A[i]);
            planes.R[i] += veil * .94f;
            planes.G[i] += veil * .95f;
            planes.B[i] += veil * .97f;
            planes.A[i] += veil;
        }

        return [flaws.Extent()];
    }
}
