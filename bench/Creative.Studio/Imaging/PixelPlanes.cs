using Creative.Core.Imaging;

namespace Creative.Studio.Imaging;

/// <summary>A premultiplied RGBA picture as numbers from 0 to 1, one plane for each channel.</summary>
internal sealed class PixelPlanes(int width, int height)
{
    public int Width => width;

    public int Height => height;

    public float[] R { get; } = new float[width * height];

    public float[] G { get; } = new float[width * height];

    public float[] B { get; } = new float[width * height];

    public float[] A { get; } = new float[width * height];

    public IEnumerable<float[]> All => [R, G, B, A];

    /// <exception cref="ArgumentException">It has no alpha.</exception>
    public static PixelPlanes From(PixelImage image)
    {
        if (image.Channels != 4)
        {
            throw new ArgumentException($"{image.Channels} channels, expected 4 (premultiplied RGBA).", nameof(image));
        }

        var planes = new PixelPlanes(image.Size.Width, image.Size.Height);
        var pixels = image.Pixels;
        for (var i = 0; i < planes.A.Length; i++)
        {
            planes.R[i] = pixels[4 * i] / 255f;
            planes.G[i] = pixels[(4 * i) + 1] / 255f;
            planes.B[i] = pixels[(4 * i) + 2] / 255f;
            planes.A[i] = pixels[(4 * i) + 3] / 255f;
        }

        return planes;
    }

    /// <summary>Rounded to bytes; colours are cut to alpha.</summary>
    public PixelImage ToImage()
    {
        var image = PixelImage.Create(new CanvasSize(width, height), 4);
        var pixels = image.Pixels;
        for (var i = 0; i < A.Length; i++)
        {
            var alpha = Byte(A[i]);
            pixels[4 * i] = Math.Min(Byte(R[i]), alpha);
            pixels[(4 * i) + 1] = Math.Min(Byte(G[i]), alpha);
            pixels[(4 * i) + 2] = Math.Min(Byte(B[i]), alpha);
            pixels[(4 * i) + 3] = alpha;
        }

        return image;
    }

    /// <summary>What a pixel shows where it is solid, without its alpha.</summary>
    public Colour ColourAt(int i)
    {
        var alpha = Math.Max(A[i], 1e-4f);
        return new Colour(Byte(R[i] / alpha), Byte(G[i] / alpha), Byte(B[i] / alpha));
    }

    /// <summary>Gives a pixel another colour and keeps its alpha.</summary>
    public void Paint(int i, Colour colour)
    {
        R[i] = colour.R / 255f * A[i];
        G[i] = colour.G / 255f * A[i];
        B[i] = colour.B / 255f * A[i];
    }

    /// <summary>Lays a colour over a pixel.</summary>
    /// <param name="cover">0 to 1.</param>
    public void Cover(int i, Colour colour, float cover)
    {
        R[i] = (R[i] * (1 - cover)) + (colour.R / 255f * cover);
        G[i] = (G[i] * (1 - cover)) + (colour.G / 255f * cover);
        B[i] = (B[i] * (1 - cover)) + (colour.B / 255f * cover);
        A[i] = (A[i] * (1 - cover)) + cover;
    }

    /// <summary>Rec. 709 luma of the premultiplied colours.</summary>
    public float[] Luma()
    {
        var luma = new float[A.Length];
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = (.2126f * R[i]) + (.7152f * G[i]) + (.0722f * B[i]);
        }

        return luma;
    }

    /// <summary>The mean of blocks, when the sides are multiples of the new ones; else the means of what each new pixel covers.</summary>
    public PixelPlanes Shrink(int toWidth, int toHeight)
    {
        var small = new PixelPlanes(toWidth, toHeight);
        foreach (var (from, to) in All.Zip(small.All))
        {
            Planes.Shrink(from, width, height, to, toWidth, toHeight);
        }

        return small;
    }

    /// <summary>The picture seen through a map from new to old places, in pixels; clear beyond the edges.</summary>
    public PixelPlanes Through(Func<float, float, (float X, float Y)> map)
    {
        var moved = new PixelPlanes(width, height);
        for (var i = 0; i < A.Length; i++)
        {
            var (x, y) = map(i % width, i / width);
            foreach (var (from, to) in All.Zip(moved.All))
            {
                to[i] = Planes.Sample(from, width, height, x, y);
            }
        }

        return moved;
    }

    private static byte Byte(float value) => (byte)Math.Clamp((value * 255) + .5f, 0, 255);
}
