namespace Creative.Core.Scenes;

/// <summary>Elliptical arcs as cubic Bézier curves (SVG 2, appendix B.2).</summary>
internal static class PathArc
{
    /// <returns>For each piece of at most a quarter turn: its two control points and its end.</returns>
    internal static IEnumerable<(PathPoint First, PathPoint Second, PathPoint End)> ToCubics(
        PathPoint from, PathPoint to, double rx, double ry, double degrees, bool large, bool sweep)
    {
        (rx, ry) = (Math.Abs(rx), Math.Abs(ry));
        if (from == to)
        {
            yield break;
        }

        if (rx == 0 || ry == 0)
        {
            yield return (from, to, to);
            yield break;
        }

        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (hx, hy) = ((from.X - to.X) / 2, (from.Y - to.Y) / 2);
        var (x, y) = ((cos * hx) + (sin * hy), (cos * hy) - (sin * hx));
        var excess = (x * x / (rx * rx)) + (y * y / (ry * ry));
        if (excess > 1)
        {
            (rx, ry) = (rx * Math.Sqrt(excess), ry * Math.Sqrt(excess));
        }

        var (a, b) = (rx * y, ry * x);
        var root = Math.Sqrt(Math.Max(0, ((rx * rx * ry * ry) - (a * a) - (b * b)) / ((a * a) + (b * b)))) * (large == sweep ? -1 : 1);
        var (cx, cy) = (root * rx * y / ry, -root * ry * x / rx);
        var (centerX, centerY) = ((cos * cx) - (sin * cy) + ((from.X + to.X) / 2), (sin * cx) + (cos * cy) + ((from.Y + to.Y) / 2));
        var start = Math.Atan2((y - cy) / ry, (x - cx) / rx);
        var turn = Math.Atan2((-y - cy) / ry, (-x - cx) / rx) - start;
        turn += (sweep, turn) switch
        {
            (true, < 0) => 2 * Math.PI,
            (false, > 0) => -2 * Math.PI,
            _ => 0,
        };

        var pieces = Math.Max(1, (int)Math.Ceiling((Math.Abs(turn) / (Math.PI / 2)) - 1e-9));
        var step = turn / pieces;
        var handle = 4d / 3 * Math.Tan(step / 4);
        for (var i = 0; i < pieces; i++)
        {
            var (s0, c0) = Math.SinCos(start + (i * step));
            var (s1, c1) = Math.SinCos(start + ((i + 1) * step));
            yield return (
                OnCanvas(c0 - (handle * s0), s0 + (handle * c0)),
                OnCanvas(c1 + (handle * s1), s1 - (handle * c1)),
                i == pieces - 1 ? to : OnCanvas(c1, s1));
        }

        PathPoint OnCanvas(double u, double v) =>
            new((cos * rx * u) - (sin * ry * v) + centerX, (sin * rx * u) + (cos * ry * v) + centerY);
    }
}
