namespace Creative.Core.Diffusion.Noise;

/// <summary>An interval of a Brownian path that is halved again and again.</summary>
/// <param name="Start">A multiple of 10⁻⁶.</param>
/// <param name="End">A multiple of 10⁻⁶, not before the start.</param>
/// <param name="Number">From 0, among those of the same depth.</param>
/// <param name="Depth">0 is the whole path.</param>
internal readonly record struct BrownianInterval(double Start, double End, ulong Number, ulong Depth)
{
    /// <summary>Times are multiples of 1/Resolution.</summary>
    private const double Resolution = 1e6;

    public double Length => End - Start;

    public (BrownianInterval Left, BrownianInterval Right) Halves()
    {
        var middle = Round(0.5 * (End + Start));
        return (new(Start, middle, 2 * Number, Depth + 1), new(middle, End, (2 * Number) + 1, Depth + 1));
    }

    /// <summary>The rounded time, or the end that is nearest to it.</summary>
    public double Nearest(double time) => Math.Clamp(Round(time), Start, End);

    /// <summary>The nearest double of the nearest multiple, from the exact value, half to even: as Python rounds.</summary>
    /// <param name="time">Within ±10⁹.</param>
    public static double Round(double time)
    {
        var scaled = time * Resolution;
        var lost = Math.FusedMultiplyAdd(time, Resolution, -scaled);
        var nearest = Math.Round(scaled);
        var beyond = scaled - nearest;
        nearest += beyond == 0.5 && lost > 0 ? 1 : beyond == -0.5 && lost < 0 ? -1 : 0;
        return nearest / Resolution;
    }
}
