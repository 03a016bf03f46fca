using System.Numerics;
using Creative.Studio.Rendering.Solids;

namespace Creative.Studio.Rendering;

/// <summary>What a geometry covers, without colours: cheap, for finding poses and for telling parts apart.</summary>
public static class SurfaceMap
{
    /// <summary>A pixel that shows nothing.</summary>
    public const byte Nothing = 255;

    /// <summary>The material in the middle of each pixel (<see cref="MaterialRow"/>), or <see cref="Nothing"/>.</summary>
    /// <param name="map">size × size, row by row.</param>
    public static void Materials(Scene scene, int size, Span<byte> map)
    {
        map[..(size * size)].Fill(Nothing);
        var camera = new Camera(scene, size);
        var solid = SolidTable.Of(scene.Shape);
        Span<float> materials = stackalloc float[Lanes.Count];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column += Lanes.Count)
            {
                if (!camera.Aim(row, column, out var rays) || !Marcher.March(solid, camera, ref rays))
                {
                    continue;
                }

                Marcher.MaterialAt(solid, camera, rays).CopyTo(materials);
                for (var i = 0; i < Math.Min(Lanes.Count, size - column); i++)
                {
                    if ((rays.Alive.Bits >> i & 1) != 0)
                    {
                        map[(row * size) + column + i] = (byte)materials[i];
                    }
                }
            }
        }
    }

    /// <summary>The smallest rectangle of samples that holds the whole silhouette; null when nothing is to be seen.</summary>
    internal static (int Left, int Top, int Right, int Bottom)? Bounds(Scene scene, int samples)
    {
        var camera = new Camera(scene, samples);
        var solid = SolidTable.Of(scene.Shape);
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, -1, -1);
        for (var row = 0; row < samples; row++)
        {
            for (var column = 0; column < samples; column += Lanes.Count)
            {
                if (camera.Aim(row, column, out var rays) && Marcher.March(solid, camera, ref rays))
                {
                    var bits = rays.Alive.Bits & ((1ul << Math.Min(Lanes.Count, samples - column)) - 1);
                    if (bits != 0)
                    {
                        left = Math.Min(left, column + BitOperations.TrailingZeroCount(bits));
                        right = Math.Max(right, column + BitOperations.Log2(bits));
                        (top, bottom) = (Math.Min(top, row), row);
                    }
                }
            }
        }

        return bottom < 0 ? null : (left, top, right, bottom);
    }
}
