namespace Creative.Core.Statistics.Agreement;

/// <summary>How far apart two values are, by what their scale means.</summary>
public enum AlphaMetric
{
    /// <summary>Same or not: verdicts.</summary>
    Nominal,

    /// <summary>By rank: scores from 1 to 5.</summary>
    Ordinal,

    /// <summary>By difference: sliders.</summary>
    Interval,

    /// <summary>By difference, and not by its square: one wild value counts for less.</summary>
    Absolute,

    /// <summary>By difference relative to the sum.</summary>
    Ratio,
}
