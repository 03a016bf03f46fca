namespace Creative.Core.Diffusion;

/// <summary>Channels, height and width of one latent image, in memory in that order. Never passed as loose numbers, so they cannot be swapped.</summary>
public readonly record struct LatentShape(int Channels, int Height, int Width)
{
    /// <summary>Numbers in one latent image.</summary>
    public int Count => checked(Channels * Height * Width);

    public override string ToString() => $"{Channels}x{Height}x{Width}";
}
