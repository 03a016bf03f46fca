namespace Creative.Core.Statistics.Curves;

/// <summary>The mean height of a curve: its area by trapezoids over its width.</summary>
public static class AreaUnderCurve
{
    /// <param name="points">At least two, x rising.</param>
    /// <exception cref="ArgumentException">Fewer than two points, or x does not rise.</exception>
    public static double Of(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count < 2)
        {
            throw new ArgumentException($"{points.Count} points, expected at least 2.", nameof(points));
        }

        var area = 0.0;
        for (var i = 1; i < points.Count; i++)
        {
            var width = points[i].X - points[i - 1].X;
            if (!(width > 0))
            {
                throw new ArgumentException($"x falls from {points[i - 1].X} to {points[i].X}.", nameof(points));
            }

            area += width * (points[i].Y + points[i - 1].Y) / 2;
        }

        return area / (points[^1].X - points[0].X);
    }
}
