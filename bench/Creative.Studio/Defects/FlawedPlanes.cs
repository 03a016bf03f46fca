using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Studio.Imaging;
using Creative.Studio.Rendering;
using Creative.Studio.Staging;

namespace Creative.Studio.Defects;

/// <summary>The picture that defects are put into, one after the other.</summary>
internal sealed class FlawedPlanes(Shot shot, PixelPlanes planes)
{
    public Shot Shot => shot;

    public PixelPlanes Planes { get; set; } = planes;

    public int Size => Planes.Width;

    /// <summary>Pixels for one pixel of a picture of 256.</summary>
    public float Unit => Size / 256f;

    /// <summary>What the renderer says each pixel is made of, before any defect.</summary>
    public byte[] Materials()
    {
        var map = new byte[Size * Size];
        SurfaceMap.Materials(shot.Scene, Size, map);
        return map;
    }

    /// <summary>The smallest box of everything that is not clear.</summary>
    public Box Extent() => ExtentOf(i => Planes.A[i] > .02f);

    /// <summary>The smallest box of the pixels that are meant.</summary>
    public Box ExtentOf(Func<int, bool> meant)
    {
        var (left, top, right, bottom) = (Size, Size, -1, -1);
        for (var i = 0; i < Planes.A.Length; i++)
        {
            if (meant(i))
            {
                (left, right) = (Math.Min(left, i % Size), Math.Max(right, i % Size));
                (top, bottom) = (Math.Min(top, i / Size), i / Size);
            }
        }

        return right < 0 ? default : new Box(left, top, right - left + 1, bottom - top + 1);
    }

    /// <summary>A pixel drawn by lot from those that are meant; null when there are none.</summary>
    public (int X, int Y)? Pick(SeededRandom random, Func<int, bool> meant)
    {
        var all = Enumerable.Range(0, Planes.A.Length).Where(meant).ToArray();
        if (all.Length == 0)
        {
            return null;
        }

        var at = all[random.Below(all.Length)];
        return (at % Size, at / Size);
    }

    /// <summary>Every pixel of a box, as far as it lies in the picture.</summary>
    public IEnumerable<(int Index, float X, float Y)> In(Box box)
    {
        for (var y = Math.Max(0, (int)box.Y); y < Math.Min(Size, box.Bottom); y++)
        {
            for (var x = Math.Max(0, (int)box.X); x < Math.Min(Size, box.Right); x++)
            {
                yield return ((y * Size) + x, x, y);
            }
        }
    }
}
