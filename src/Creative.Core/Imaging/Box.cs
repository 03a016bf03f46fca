namespace Creative.Core.Imaging;

/// <summary>An axis-aligned rectangle in pixels; the origin is the top left corner of the canvas, y grows downwards.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CenterX => X + (Width / 2);

    public double CenterY => Y + (Height / 2);

    public double Area => Math.Max(0, Width) * Math.Max(0, Height);

    /// <summary>Moves every edge outwards by <paramref name="amount"/> pixels; inwards when it is negative.</summary>
    public Box Grow(double amount) => new(X - amount, Y - amount, Width + (2 * amount), Height + (2 * amount));

    public Box Shrink(Insets insets) =>
        new(X + insets.Left, Y + insets.Top, Width - insets.Left - insets.Right, Height - insets.Top - insets.Bottom);

    public Box MoveBy(double dx, double dy) => this with { X = X + dx, Y = Y + dy };

    /// <summary>The common part; a box without area when there is none.</summary>
    public Box Intersect(Box other)
    {
        var x = Math.Max(X, other.X);
        var y = Math.Max(Y, other.Y);
        return new Box(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }

    public Box Union(Box other)
    {
        var x = Math.Min(X, other.X);
        var y = Math.Min(Y, other.Y);
        return new Box(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    public bool Overlaps(Box other) => Intersect(other).Area > 0;

    /// <summary>True when <paramref name="other"/> lies inside, give or take <paramref name="slack"/> pixels.</summary>
    public bool Contains(Box other, double slack = 1e-6) =>
        other.X >= X - slack && other.Y >= Y - slack && other.Right <= Right + slack && other.Bottom <= Bottom + slack;
}

/// <summary>Distances from the four edges of a canvas, in pixels, each at least 0.</summary>
public readonly record struct Insets(double Top, double Right, double Bottom, double Left)
{
    public static readonly Insets None;
}
