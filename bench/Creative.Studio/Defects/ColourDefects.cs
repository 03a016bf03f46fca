using Creative.Core.Concepts;
using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Studio.Rendering;

namespace Creative.Studio.Defects;

/// <summary>Wrong colours on a right shape.</summary>
internal static class ColourDefects
{
    /// <summary>A part smaller than this, of the whole, is not worth recolouring.</summary>
    private const double LeastShare = .06;
    private const double LargestShare = .75;

    /// <summary>Turns every hue by up to 70°.</summary>
    public static IEnumerable<Box> ShiftHue(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var by = (random.Below(2) == 0 ? 70 : -70) * severity;
        Recolour(flaws, _ => true, colour => colour.Turn(by).ToColour());
        return [flaws.Extent()];
    }

    /// <summary>Moves every colour away from its grey, or towards it, as a photo editor does.</summary>
    public static IEnumerable<Box> Saturate(FlawedPlanes flaws, float by)
    {
        var planes = flaws.Planes;
        var luma = planes.Luma();
        foreach (var plane in new[] { planes.R, planes.G, planes.B })
        {
            for (var i = 0; i < plane.Length; i++)
            {
                // The running sums of a blur before it can leave alpha a trace below 0.
                plane[i] = Math.Clamp(luma[i] + ((plane[i] - luma[i]) * by), 0, Math.Max(0, planes.A[i]));
            }
        }

        return [flaws.Extent()];
    }

    /// <summary>Gives the parts of one material, or half of an element of a single one, the opposite colour, more or less.</summary>
    public static IEnumerable<Box> RecolourPart(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var part = Part(flaws, random);
        var (a, b) = MeanColour(flaws, part);
        var turn = (180 + random.Between(-40, 40)) * Math.PI / 180;
        // A grey part has no opposite: any colour will do.
        var (hue, chroma) = (Math.Atan2(b, a) + turn, Math.Max(.16, Math.Sqrt((a * a) + (b * b))));
        var (toA, toB) = (chroma * Math.Cos(hue), chroma * Math.Sin(hue));
        Recolour(flaws, part, colour =>
        {
            var radians = colour.H * Math.PI / 180;
            var mixA = (colour.C * Math.Cos(radians) * (1 - severity)) + (toA * severity);
            var mixB = (colour.C * Math.Sin(radians) * (1 - severity)) + (toB * severity);
            return new Oklch(colour.L, Math.Sqrt((mixA * mixA) + (mixB * mixB)), Math.Atan2(mixB, mixA) * 180 / Math.PI).ToColour();
        });
        return [flaws.ExtentOf(part)];
    }

    private static Func<int, bool> Part(FlawedPlanes flaws, SeededRandom random)
    {
        var materials = flaws.Materials();
        var solid = materials.Where(material => material != SurfaceMap.Nothing).ToArray();
        var shares = solid.GroupBy(material => material).OrderBy(group => group.Key)
            .Where(group => group.Count() > LeastShare * solid.Length && group.Count() < LargestShare * solid.Length).ToArray();
        if (shares.Length > 0)
        {
            var chosen = shares[random.Below(shares.Length)].Key;
            return i => materials[i] == chosen;
        }

        var (angle, middle) = (random.Between(0, 2 * Math.PI), (flaws.Size - 1) / 2.0);
        return i => materials[i] != SurfaceMap.Nothing
            && (((i % flaws.Size) - middle) * Math.Cos(angle)) + (((i / flaws.Size) - middle) * Math.Sin(angle)) > 0;
    }

    private static (double A, double B) MeanColour(FlawedPlanes flaws, Func<int, bool> part)
    {
        var (a, b, count) = (0.0, 0.0, 0);
        for (var i = 0; i < flaws.Planes.A.Length; i++)
        {
            if (part(i) && flaws.Planes.A[i] > .5f)
            {
                var lab = Oklab.From(flaws.Planes.ColourAt(i));
                (a, b, count) = (a + lab.A, b + lab.B, count + 1);
            }
        }

        return count == 0 ? (0, 0) : (a / count, b / count);
    }

    private static void Recolour(FlawedPlanes flaws, Func<int, bool> part, Func<Oklch, Colour> change)
    {
        for (var i = 0; i < flaws.Planes.A.Length; i++)
        {
            if (flaws.Planes.A[i] > 0 && part(i))
            {
                flaws.Planes.Paint(i, change(Oklch.From(flaws.Planes.ColourAt(i))));
            }
        }
    }
}
