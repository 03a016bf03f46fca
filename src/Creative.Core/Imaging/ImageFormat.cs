namespace Creative.Core.Imaging;

/// <summary>File formats that an asset can have.</summary>
public enum ImageFormat
{
    Jpeg = 1,
    Png = 2,
    WebP = 3,
    Avif = 4,
}

/// <summary>A finished file.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Format">What it is.</param>
/// <param name="Quality">1 to 100 as the encoder counts it; 0 for lossless.</param>
public sealed record EncodedImage(byte[] Bytes, ImageFormat Format, int Quality);
