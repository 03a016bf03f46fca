using Creative.Core.Imaging;

namespace Creative.Core.Diffusion;

/// <summary>A picture that a painting starts from instead of noise alone: Meng et al. 2021, "SDEdit", arXiv:2108.01073.</summary>
/// <param name="Picture">Of the size and the channels that the model paints; belongs to the caller.</param>
/// <param name="Strength">
/// How much is painted over, above 0 to 1: the first (1 − strength) of the steps are left out. At 1 hardly anything stays.
/// </param>
public sealed record StartImage(PixelImage Picture, double Strength)
{
    /// <value>
    /// Width × height bytes, row by row: 128 and above is painted anew, below is kept. Null paints everything anew.
    /// </value>
    public ReadOnlyMemory<byte>? Mask { get; init; }

    /// <summary>How many of the steps are left out: steps − ⌊steps·strength⌋.</summary>
    public int StepsLeft(int steps) => steps - (int)(steps * Strength);
}
