using System.Numerics;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>A path as straight edges, each at most a tenth of a pixel off its curve; open subpaths are closed, as filling does.</summary>
internal static class PathOutline
{
    private const double Tolerance = 0.1;

    internal static List<(Vector2 From, Vector2 To)> Edges(PathData path, Matrix3x2 map)
    {
        var edges = new List<(Vector2, Vector2)>();
        foreach (var subpath in path.Subpaths)
        {
            var start = Map(subpath.Start);
            var pen = start;
            for (var i = 0; i < subpath.Curves.Length; i += 3)
            {
                var (first, second, end) = (Map(subpath.Curves[i]), Map(subpath.Curves[i + 1]), Map(subpath.Curves[i + 2]));
                var pieces = Pieces(pen, first, second, end);
                var from = pen;
                for (var piece = 1; piece < pieces; piece++)
                {
                    var next = At(pen, first, second, end, (float)piece / pieces);
                    edges.Add((from, next));
                    from = next;
                }

                edges.Add((from, end));
                pen = end;
            }

            edges.Add((pen, start));
        }

        return edges;

        Vector2 Map(PathPoint point) => Vector2.Transform(new Vector2((float)point.X, (float)point.Y), map);
    }

    /// <summary>Even pieces of a cubic so that no chord is off by more than the tolerance (Wang's formula).</summary>
    private static int Pieces(Vector2 start, Vector2 first, Vector2 second, Vector2 end)
    {
        if (first == start && second == end)
        {
            return 1;
        }

        var bend = Math.Max((start - (2 * first) + second).Length(), (first - (2 * second) + end).Length());
        return Math.Clamp((int)Math.Ceiling(Math.Sqrt(6 * bend / (8 * Tolerance))), 1, 500);
    }

    private static Vector2 At(Vector2 start, Vector2 first, Vector2 second, Vector2 end, float t)
    {
        var s = 1 - t;
        return (s * s * s * start) + (3 * s * s * t * first) + (3 * s * t * t * second) + (t * t * t * end);
    }
}
