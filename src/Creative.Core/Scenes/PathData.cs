using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>A point in canvas pixels.</summary>
public readonly record struct PathPoint(double X, double Y);

/// <summary>One closed or open line of a path: cubic Bézier pieces, three points each, after the start. Straight pieces have their control points on the ends.</summary>
public sealed record Subpath(PathPoint Start, ImmutableArray<PathPoint> Curves, bool Closed);

/// <summary>SVG path data, read: everything is absolute and cubic (SVG 2, chapter 9.3).</summary>
public sealed record PathData(ImmutableArray<Subpath> Subpaths)
{
    /// <exception cref="FormatException">It is not path data; the message gives the position.</exception>
    public static PathData Parse(string data) => new PathDataReader(data).Read();

    /// <summary>Box around all control points, so around all that is filled; empty at the origin for an empty path.</summary>
    public Box Bounds()
    {
        double left = double.PositiveInfinity, top = double.PositiveInfinity;
        double right = double.NegativeInfinity, bottom = double.NegativeInfinity;
        foreach (var subpath in Subpaths)
        {
            Add(subpath.Start);
            foreach (var point in subpath.Curves)
            {
                Add(point);
            }
        }

        return left > right ? default : new Box(left, top, right - left, bottom - top);

        void Add(PathPoint point)
        {
            left = Math.Min(left, point.X);
            right = Math.Max(right, point.X);
            top = Math.Min(top, point.Y);
            bottom = Math.Max(bottom, point.Y);
        }
    }

    /// <summary>The box that this path fills, when it is nothing but one upright rectangle; else null.</summary>
    public Box? AsRectangle()
    {
        if (Subpaths.Length != 1)
        {
            return null;
        }

        var corners = new List<PathPoint> { Subpaths[0].Start };
        var curves = Subpaths[0].Curves;
        for (var i = 0; i < curves.Length; i += 3)
        {
            if (curves[i] != corners[^1] || curves[i + 1] != curves[i + 2])
            {
                return null;
            }

            corners.Add(curves[i + 2]);
        }

        if (corners.Count == 5 && corners[4] == corners[0])
        {
            corners.RemoveAt(4);
        }

        return corners.Count == 4 && (IsUpright(corners, 0) || IsUpright(corners, 1)) ? Bounds() : null;
    }

    private static bool IsUpright(List<PathPoint> corners, int first)
    {
        var (a, b, c, d) = (corners[first], corners[first + 1], corners[(first + 2) % 4], corners[(first + 3) % 4]);
        return a.Y == b.Y && b.X == c.X && c.Y == d.Y && d.X == a.X;
    }
}
