namespace Creative.Core.Imaging;

/// <summary>Width and height of a picture, in pixels. Never passed as two loose numbers, so they cannot be swapped.</summary>
public readonly record struct CanvasSize(int Width, int Height)
{
    /// <summary>Width over height.</summary>
    public double Ratio => (double)Width / Height;

    /// <summary>The shorter of the two sides, in pixels.</summary>
    public int ShortSide => Math.Min(Width, Height);

    public long Pixels => (long)Width * Height;

    public Box Bounds => new(0, 0, Width, Height);

    public override string ToString() => $"{Width}x{Height}";
}
