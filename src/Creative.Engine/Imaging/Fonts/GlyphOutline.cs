using System.Buffers.Binary;
using System.Collections.Immutable;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Fonts;

/// <summary>Reads a simple glyph of the glyf table (OpenType 1.9) as cubic outlines.</summary>
internal static class GlyphOutline
{
    [Flags]
    private enum Flag : byte
    {
        OnCurve = 1,
        ShortX = 2,
        ShortY = 4,
        Repeat = 8,
        SameOrPositiveX = 16,
        SameOrPositiveY = 32,
    }

    /// <param name="data">The glyph's bytes.</param>
    /// <param name="scale">From font units to em.</param>
    /// <returns>Null for a composite glyph.</returns>
    internal static ImmutableArray<Subpath>? Read(ReadOnlySpan<byte> data, double scale)
    {
        var contours = BinaryPrimitives.ReadInt16BigEndian(data);
        if (contours < 0)
        {
            return null;
        }

        var ends = new int[contours];
        for (var i = 0; i < contours; i++)
        {
            ends[i] = BinaryPrimitives.ReadUInt16BigEndian(data[(10 + (2 * i))..]);
        }

        var count = contours == 0 ? 0 : ends[^1] + 1;
        var at = 10 + (2 * contours);
        at += 2 + BinaryPrimitives.ReadUInt16BigEndian(data[at..]);
        var flags = new Flag[count];
        for (var i = 0; i < count; i++)
        {
            var flag = flags[i] = (Flag)data[at++];
            if (flag.HasFlag(Flag.Repeat))
            {
                for (int repeats = data[at++]; repeats > 0; repeats--)
                {
                    flags[++i] = flag;
                }
            }
        }

        var xs = Coordinates(data, flags, Flag.ShortX, Flag.SameOrPositiveX, ref at);
        var ys = Coordinates(data, flags, Flag.ShortY, Flag.SameOrPositiveY, ref at);
        var points = Enumerable.Range(0, count).Select(i => (new PathPoint(xs[i] * scale, -ys[i] * scale), flags[i].HasFlag(Flag.OnCurve))).ToArray();
        var outline = ImmutableArray.CreateBuilder<Subpath>(contours);
        for (var i = 0; i < contours; i++)
        {
            var first = i == 0 ? 0 : ends[i - 1] + 1;
            if (ends[i] - first >= 1)
            {
                outline.Add(Contour(points.AsSpan(first, ends[i] + 1 - first)));
            }
        }

        return outline.ToImmutable();
    }

    private static int[] Coordinates(ReadOnlySpan<byte> data, Flag[] flags, Flag isShort, Flag same, ref int at)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if (flags[i].HasFlag(isShort))
            {
                value += flags[i].HasFlag(same) ? data[at] : -data[at];
                at++;
            }
            else if (!flags[i].HasFlag(same))
            {
                value += BinaryPrimitives.ReadInt16BigEndian(data[at..]);
                at += 2;
            }

            values[i] = value;
        }

        return values;
    }

    // Between two control points that follow each other lies an on-curve point that the file leaves out.
    private static Subpath Contour(ReadOnlySpan<(PathPoint At, bool OnCurve)> points)
    {
        var n = points.Length;
        var start = points[0].OnCurve ? points[0].At : points[n - 1].OnCurve ? points[n - 1].At : Middle(points[0].At, points[n - 1].At);
        var curves = ImmutableArray.CreateBuilder<PathPoint>(3 * n);
        var (pen, control) = (start, (PathPoint?)null);
        for (var i = points[0].OnCurve ? 1 : 0; i <= n; i++)
        {
            var (at, onCurve) = i == n ? (start, true) : points[i];
            if (control is not { } c)
            {
                if (onCurve)
                {
                    curves.AddRange(pen, at, at);
                    pen = at;
                }
                else
                {
                    control = at;
                }

                continue;
            }

            var end = onCurve ? at : Middle(c, at);
            curves.AddRange(Third(pen, c), Third(end, c), end);
            pen = end;
            control = onCurve ? null : at;
        }

        return new Subpath(start, curves.ToImmutable(), Closed: true);
    }

    private static PathPoint Middle(PathPoint a, PathPoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    // Control point of the cubic that equals a quadratic: two thirds of the way to its control point.
    private static PathPoint Third(PathPoint end, PathPoint control) =>
        new(end.X + (2 * (control.X - end.X) / 3), end.Y + (2 * (control.Y - end.Y) / 3));
}
