namespace Creative.Core.Statistics.Raters;

/// <summary>
/// Notices when a rater drifts (E. S. Page, "Continuous inspection schemes", Biometrika 41, 1954): sums up what the
/// differences from known answers exceed half a standard deviation by, upwards and downwards.
/// </summary>
/// <param name="Up">Sum of what lies above, in standard deviations.</param>
/// <param name="Down">Sum of what lies below, in standard deviations.</param>
public readonly record struct Cusum(double Up, double Down)
{
    private const double Allowance = 0.5;
    private const double Limit = 5;

    /// <value>The rater has drifted by now.</value>
    public bool Alarm => Up > Limit || Down > Limit;

    /// <param name="difference">Score less known score, over the usual standard deviation of that.</param>
    public Cusum Next(double difference) =>
        new(Math.Max(0, Up + difference - Allowance), Math.Max(0, Down - difference - Allowance));
}
