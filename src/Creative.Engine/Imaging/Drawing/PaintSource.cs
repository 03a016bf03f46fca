using System.Numerics;
using System.Runtime.Intrinsics;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>Colours of a paint, row by row: premultiplied RGBA. Several times as fast on large areas as librsvg's gradients.</summary>
internal abstract class PaintSource
{
    /// <param name="paint">What to paint with.</param>
    /// <param name="opacity">0 to 1, multiplied in.</param>
    /// <param name="map">From the paint's pixels to those that are painted: moved, and scaled evenly.</param>
    internal static PaintSource From(Paint paint, double opacity, Matrix3x2 map) => paint switch
    {
        SolidPaint solid => new Solid(solid.Colour, opacity),
        LinearGradient linear => new Linear(Map(linear.X1, linear.Y1, map), Map(linear.X2, linear.Y2, map), ColourRamp.Of(linear.Stops, opacity)),
        RadialGradient radial => new Radial(
            Map(radial.CenterX, radial.CenterY, map),
            new Vector2((float)radial.RadiusX * map.M11, (float)radial.RadiusY * map.M22),
            ColourRamp.Of(radial.Stops, opacity)),
        _ => throw new ArgumentException($"A paint of type {paint.GetType().Name} cannot be drawn.", nameof(paint)),
    };

    /// <summary>Writes the pixels of row <paramref name="y"/> from column <paramref name="x"/> on.</summary>
    internal abstract void Row(int x, int y, Span<uint> pixels);

    private sealed class Solid(Colour colour, double opacity) : PaintSource
    {
        private readonly uint _pixel = ColourRamp.Pixel(colour, opacity);

        internal override void Row(int x, int y, Span<uint> pixels) => pixels.Fill(_pixel);
    }

    private sealed class Linear : PaintSource
    {
        private readonly uint[] _ramp;
        private readonly Vector2 _start;
        private readonly Vector2 _step;

        internal Linear(Vector2 start, Vector2 end, uint[] ramp)
        {
            var along = end - start;
            var square = along.LengthSquared();

            // SVG 2, 14.2.3: a gradient without length is the last colour.
            (_ramp, _start, _step) = (square == 0 ? [ramp[^1]] : ramp, start, square == 0 ? default : along * ColourRamp.Last / square);
        }

        internal override void Row(int x, int y, Span<uint> pixels)
        {
            var at = Vector2.Dot(new Vector2(x + 0.5f, y + 0.5f) - _start, _step);
            if (_step.X == 0)
            {
                pixels.Fill(_ramp[(int)Math.Clamp(at, 0, _ramp.Length - 1)]);
                return;
            }

            // The ramp is entered and left once; between the two, no place needs to be clamped.
            var (a, b) = (Place((0 - at) / _step.X, pixels.Length), Place((ColourRamp.Last - at) / _step.X, pixels.Length));
            var (from, to) = (Math.Min(a, b), Math.Max(a, b));
            pixels[..from].Fill(_step.X > 0 ? _ramp[0] : _ramp[^1]);
            pixels[to..].Fill(_step.X > 0 ? _ramp[^1] : _ramp[0]);
            var place = (long)(((double)at + (from * (double)_step.X)) * (1L << 32));
            var step = (long)((double)_step.X * (1L << 32));
            foreach (ref var pixel in pixels[from..to])
            {
                pixel = _ramp[Math.Clamp((int)(place >> 32), 0, ColourRamp.Last)];
                place += step;
            }

            static int Place(float column, int columns) => (int)Math.Clamp(Math.Ceiling(column), 0, columns);
        }
    }

    private sealed class Radial(Vector2 center, Vector2 radius, uint[] ramp) : PaintSource
    {
        private readonly Vector2 _scale = new Vector2(ColourRamp.Last) / Vector2.Max(radius, new Vector2(1e-6f));

        internal override void Row(int x, int y, Span<uint> pixels)
        {
            var start = (new Vector2(x + 0.5f, y + 0.5f) - center) * _scale;
            var square = Vector256.Create(start.Y * start.Y);
            var across = Vector256.Create(start.X) + (Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7) * _scale.X);
            Span<int> places = stackalloc int[8];
            for (var i = 0; i < pixels.Length; i += 8, across += Vector256.Create(8 * _scale.X))
            {
                var distance = Vector256.Sqrt((across * across) + square);
                Vector256.ConvertToInt32Native(Vector256.Min(distance, Vector256.Create((float)ColourRamp.Last))).CopyTo(places);
                var eight = pixels[i..Math.Min(i + 8, pixels.Length)];
                for (var k = 0; k < eight.Length; k++)
                {
                    eight[k] = ramp[places[k]];
                }
            }
        }
    }

    private static Vector2 Map(double x, double y, Matrix3x2 map) => Vector2.Transform(new Vector2((float)x, (float)y), map);
}
