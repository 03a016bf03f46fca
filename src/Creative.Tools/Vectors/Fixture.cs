namespace Creative.Tools.Vectors;

/// <summary>
/// The sample, the noise and the model of diffusers' scheduler tests: a batch of 4, in memory one image after the other; value k of
/// the N lies in image k mod 4 at place k/4.
/// </summary>
internal static class Fixture
{
    public const int Images = 4;
    private const int Count = 4 * 3 * 8 * 8;
    private const int OneDimensionalCount = 4 * 3 * 8;

    /// <returns>k/N.</returns>
    public static float[] Sample(bool oneDimensional) => Values(oneDimensional, (k, n) => k / (float)n);

    /// <returns>(N − 1 − k)/N.</returns>
    public static float[] Noise(bool oneDimensional) => Values(oneDimensional, (k, n) => (n - 1 - k) / (float)n);

    /// <summary>output = x·t/(t + 1).</summary>
    public static void Model(ReadOnlySpan<float> sample, double timestep, Span<float> output)
    {
        var (t, next) = ((float)timestep, (float)(timestep + 1));
        for (var i = 0; i < sample.Length; i++)
        {
            output[i] = sample[i] * t / next;
        }
    }

    private static float[] Values(bool oneDimensional, Func<int, int, float> value)
    {
        var count = oneDimensional ? OneDimensionalCount : Count;
        var size = count / Images;
        return [.. Enumerable.Range(0, count).Select(i => value((i % size * Images) + (i / size), count))];
    }
}
