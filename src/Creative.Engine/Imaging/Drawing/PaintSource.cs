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
    internal static PaintSource From(Paint paint, double opacity) => paint switch
    {
        SolidPaint solid => new Solid(solid.Colour, opacity),
        LinearGradient linear => new Linear(linear, opacity),
        RadialGradient radial => new Radial(radial, opacity),
        _ => throw new ArgumentException($"A paint of type {paint.GetType().Name} cannot be drawn.", nameof(paint)),
    };

    /// <summary>Writes the pixels of row <paramref name="y"/> from column <paramref name="x"/> on.</summary>
    internal abstract void Row(int x, int y, Span<uint> pixels);

    private sealed class Solid(Colour colour, double opacity) : PaintSource
    {
        private readonly uint _pixel = ColourRamp.Pixel(colour, opacity);

        internal override void Row(int x, int y, Span<uint> pixels) => pixels.Fill(_pixel);
    }

    private sealed class Linear(LinearGradient gradient, double opacity) : PaintSource
    {
        private readonly uint[] _ramp = ColourRamp.Of(gradient.Stops, opacity);
        private readonly Vector2 _step = Step(gradient);

        internal override void Row(int x, int y, Span<uint> pixels)
        {
            var at = ((x + 0.5f - (float)gradient.X1) * _step.X) + ((y + 0.5f - (float)gradient.Y1) * _step.Y);
            if (_step.X == 0)
            {
                pixels.Fill(_ramp[(int)Math.Clamp(at, 0, ColourRamp.Last)]);
                return;
            }

            for (var i = 0; i < pixels.Length; i++)
            {
                pixels[i] = _ramp[(int)Math.Clamp(at + (i * _step.X), 0, ColourRamp.Last)];
            }
        }

        /// <summary>How far along the ramp one pixel to the right, and one down, moves.</summary>
        private static Vector2 Step(LinearGradient gradient)
        {
            var (dx, dy) = (gradient.X2 - gradient.X1, gradient.Y2 - gradient.Y1);
            var square = (dx * dx) + (dy * dy);

            // SVG 2, 14.2.3: a gradient without length is the last colour.
            return square == 0
                ? new Vector2(0, float.MaxValue)
                : new Vector2((float)(dx * ColourRamp.Last / square), (float)(dy * ColourRamp.Last / square));
        }
    }

    private sealed class Radial(RadialGradient gradient, double opacity) : PaintSource
    {
        private readonly uint[] _ramp = ColourRamp.Of(gradient.Stops, opacity);
        private readonly float _scaleX = (float)(ColourRamp.Last / Math.Max(1e-6, gradient.RadiusX));
        private readonly float _scaleY = (float)(ColourRamp.Last / Math.Max(1e-6, gradient.RadiusY));

        internal override void Row(int x, int y, Span<uint> pixels)
        {
            var down = (y + 0.5f - (float)gradient.CenterY) * _scaleY;
            var start = (x + 0.5f - (float)gradient.CenterX) * _scaleX;
            var square = Vector256.Create(down * down);
            var across = Vector256.Create(start) + (Vector256<float>.Indices * _scaleX);
            Span<int> places = stackalloc int[8];
            var i = 0;
            for (; i < pixels.Length; i += 8, across += Vector256.Create(8 * _scaleX))
            {
                var distance = Vector256.Sqrt((across * across) + square);
                Vector256.ConvertToInt32Native(Vector256.Min(distance, Vector256.Create((float)ColourRamp.Last))).CopyTo(places);
                var eight = pixels[i..Math.Min(i + 8, pixels.Length)];
                for (var k = 0; k < eight.Length; k++)
                {
                    eight[k] = _ramp[places[k]];
                }
            }
        }
    }
}
