using System.Buffers;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>How a clean estimate is kept in range.</summary>
/// <param name="Range">The estimate is cut to ± this; with a quantile, the quantile is cut to it.</param>
/// <param name="Quantile">
/// 0 to 1: the estimate is cut to ± s and divided by s, where s is this quantile of its absolute values, 1 at least and
/// <paramref name="Range"/> at most (which wins). Saharia et al. 2022, arXiv:2205.11487, section 2.3. Null for a fixed range.
/// </param>
public readonly record struct CleanLimit(double Range, double? Quantile = null)
{
    /// <param name="clean">Of one image.</param>
    public void Apply(Span<float> clean)
    {
        var range = (float)Range;
        if (Quantile is { } quantile)
        {
            range = MathF.Min(MathF.Max((float)QuantileOf(clean, quantile), 1), range);
        }

        var divisor = Quantile is null ? 1 : range;
        foreach (ref var value in clean)
        {
            value = Math.Clamp(value, -range, range) / divisor;
        }
    }

    /// <summary>Of the absolute values, between neighbours in proportion.</summary>
    private static double QuantileOf(ReadOnlySpan<float> values, double quantile)
    {
        var rented = ArrayPool<float>.Shared.Rent(values.Length);
        try
        {
            var sorted = rented.AsSpan(0, values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                sorted[i] = MathF.Abs(values[i]);
            }

            sorted.Sort();
            return Spacing.Timesteps.Interpolate(sorted, quantile * (values.Length - 1));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }
}
