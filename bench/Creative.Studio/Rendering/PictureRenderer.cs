using System.Buffers;
using Creative.Core.Imaging;
using Creative.Studio.Rendering.Solids;

namespace Creative.Studio.Rendering;

/// <summary>
/// Draws elements: premultiplied RGBA on clear ground. A geometry is marched once and shaded for many looks, because marching
/// costs ten times as much as shading. The same bytes come out however many threads draw.
/// </summary>
public static class PictureRenderer
{
    public const int SmallestSize = 8;
    public const int LargestSize = 4096;

    /// <summary>One square picture of each look.</summary>
    /// <param name="size">Side of the picture, 8 to 4096 pixels.</param>
    /// <param name="supersampling">Rays in a row and column of each pixel, 1 to 8.</param>
    /// <returns>In the order of the looks; the caller disposes them.</returns>
    public static IReadOnlyList<PixelImage> Render(Scene scene, IReadOnlyList<Look> looks, int size, int supersampling = 3)
    {
        Check(size, supersampling);
        var pictures = looks.Select(_ => PixelImage.Create(new CanvasSize(size, size), 4)).ToArray();
        var camera = new Camera(scene, size * supersampling);
        var shaders = looks.Select(look => new Shader(look)).ToArray();
        var sheets = new RowSums(looks.Count, size, supersampling);
        try
        {
            for (var row = 0; row < size; row++)
            {
                if (sheets.Trace(SolidTable.Of(scene.Shape), camera, shaders, row))
                {
                    for (var look = 0; look < pictures.Length; look++)
                    {
                        sheets.Write(look, pictures[look].Row(row));
                    }
                }
            }
        }
        finally
        {
            sheets.Dispose();
        }

        return pictures;
    }

    /// <summary>Many scenes, each with its own looks, drawn on several threads.</summary>
    /// <param name="threads">At most this many at a time; by default one for each processor.</param>
    public static IReadOnlyList<IReadOnlyList<PixelImage>> RenderAll(
        IReadOnlyList<(Scene Scene, IReadOnlyList<Look> Looks)> jobs, int size, int supersampling = 3, int? threads = null)
    {
        Check(size, supersampling);
        var pictures = new IReadOnlyList<PixelImage>[jobs.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount };
        Parallel.For(0, jobs.Count, options, i => pictures[i] = Render(jobs[i].Scene, jobs[i].Looks, size, supersampling));
        return pictures;
    }

    private static void Check(int size, int supersampling)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SmallestSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(supersampling, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(supersampling, 8);
    }

    /// <summary>Sums of the samples of one row of pixels: a plane of coverage, then three of colour for each look.</summary>
    private sealed class RowSums(int looks, int size, int supersampling) : IDisposable
    {
        private readonly int _stride = ((size * supersampling) + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        private readonly float[] _sums = ArrayPool<float>.Shared.Rent(
            ((size * supersampling) + Lanes.Count) * ((3 * looks) + 1));

        /// <returns>Whether anything is to be seen in the row.</returns>
        public bool Trace(Solid solid, Camera camera, Shader[] shaders, int row)
        {
            var any = false;
            _sums.AsSpan().Clear();
            for (var sub = 0; sub < supersampling; sub++)
            {
                for (var column = 0; column < camera.Samples; column += Lanes.Count)
                {
                    if (!camera.Aim((row * supersampling) + sub, column, out var rays) || !Marcher.March(solid, camera, ref rays))
                    {
                        continue;
                    }

                    any = true;
                    var hits = Marcher.Survey(solid, camera, rays);
                    Add(0, column, rays.Alive.Select(1, 0));
                    for (var look = 0; look < shaders.Length; look++)
                    {
                        shaders[look].Shade(hits, out var red, out var green, out var blue);
                        Add((3 * look) + 1, column, rays.Alive.Select(red, 0));
                        Add((3 * look) + 2, column, rays.Alive.Select(green, 0));
                        Add((3 * look) + 3, column, rays.Alive.Select(blue, 0));
                    }
                }
            }

            return any;
        }

        public void Write(int look, Span<byte> line)
        {
            for (var x = 0; x < size; x++)
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    line[(x * 4) + channel] = Mean((3 * look) + 1 + channel, x);
                }

                line[(x * 4) + 3] = Mean(0, x);
            }
        }

        public void Dispose() => ArrayPool<float>.Shared.Return(_sums);

        private void Add(int plane, int column, Lanes value) => value.AddTo(_sums, (plane * _stride) + column);

        private byte Mean(int plane, int x)
        {
            var sum = 0f;
            foreach (var sample in _sums.AsSpan((plane * _stride) + (x * supersampling), supersampling))
            {
                sum += sample;
            }

            return (byte)Math.Clamp((sum * (255f / (supersampling * supersampling))) + .5f, 0, 255);
        }
    }
}
