using Creative.Core.Imaging;

namespace Creative.Core.Scoring;

/// <summary>A premultiplied RGBA image as the figures read it.</summary>
internal readonly ref struct ElementPixels(PixelImage image)
{
    /// <summary>Alpha below this is nothing, alpha of 255 minus this or more is solid; between them it is half transparent.</summary>
    private const int Tolerance = 24;

    private readonly ReadOnlySpan<byte> _bytes = image.Pixels;

    public int Width { get; } = image.Size.Width;

    public int Height { get; } = image.Size.Height;

    public byte Alpha(int x, int y) => _bytes[(((y * Width) + x) * 4) + 3];

    public bool IsSolid(int x, int y) => Alpha(x, y) >= 255 - Tolerance;

    public bool IsClear(int x, int y) => Alpha(x, y) < Tolerance;

    /// <summary>Premultiplied, 0 to 255.</summary>
    public (byte R, byte G, byte B) Colour(int x, int y)
    {
        var at = ((y * Width) + x) * 4;
        return (_bytes[at], _bytes[at + 1], _bytes[at + 2]);
    }

    /// <summary>Rec. 709, of the premultiplied colour as it is stored, 0 to 1.</summary>
    public double Luma(int x, int y)
    {
        var (r, g, b) = Colour(x, y);
        return ((0.2126 * r) + (0.7152 * g) + (0.0722 * b)) / 255;
    }
}
