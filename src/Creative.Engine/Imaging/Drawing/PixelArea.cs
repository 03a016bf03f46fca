using Creative.Core.Imaging;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>A rectangle of whole pixels.</summary>
internal readonly record struct PixelArea(int Left, int Top, int Width, int Height)
{
    internal int Right => Left + Width;

    internal int Bottom => Top + Height;

    internal bool IsEmpty => Width <= 0 || Height <= 0;

    internal long Pixels => (long)Width * Height;

    internal CanvasSize Size => new(Width, Height);

    /// <summary>The whole pixels that a box touches, within a canvas; empty when there are none.</summary>
    internal static PixelArea Of(Box box, CanvasSize canvas)
    {
        var left = (int)Math.Clamp(Math.Floor(box.X), 0, canvas.Width);
        var top = (int)Math.Clamp(Math.Floor(box.Y), 0, canvas.Height);
        var right = (int)Math.Clamp(Math.Ceiling(box.Right), left, canvas.Width);
        var bottom = (int)Math.Clamp(Math.Ceiling(box.Bottom), top, canvas.Height);
        return new PixelArea(left, top, right - left, bottom - top);
    }

    internal PixelArea Union(PixelArea other)
    {
        var (left, top) = (Math.Min(Left, other.Left), Math.Min(Top, other.Top));
        return new PixelArea(left, top, Math.Max(Right, other.Right) - left, Math.Max(Bottom, other.Bottom) - top);
    }

    internal Box ToBox() => new(Left, Top, Width, Height);
}
