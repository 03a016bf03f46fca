using System.Text.Json.Serialization;

namespace Creative.Bench.Sizes;

/// <summary>The last line of <c>bench sizes</c>. Milliseconds are medians by placement; a peer that cannot run here is null.</summary>
/// <param name="Ratios">Geometric means over the sizes.</param>
/// <param name="Worst">The least favourable size of each.</param>
/// <param name="RatiosProcessor">The means again from processor time, which a busy machine hardly touches; Chromium's is not known.</param>
internal sealed record SizesReport(
    [property: JsonPropertyName("sizes")] IReadOnlyList<SizeTimes> Sizes,
    [property: JsonPropertyName("ours_ms")] IReadOnlyDictionary<string, double> OursMs,
    [property: JsonPropertyName("satori_ms")] IReadOnlyDictionary<string, double>? SatoriMs,
    [property: JsonPropertyName("chromium_ms")] IReadOnlyDictionary<string, double>? ChromiumMs,
    [property: JsonPropertyName("floor_ms")] IReadOnlyDictionary<string, double>? FloorMs,
    [property: JsonPropertyName("ratios")] Ratios Ratios,
    [property: JsonPropertyName("worst")] Ratios Worst,
    [property: JsonPropertyName("ratios_processor")] Ratios RatiosProcessor)
{
    public static SizesReport Of(IReadOnlyList<SizeTimes> sizes)
    {
        double?[] satori = [.. sizes.Select(size => size.Ratios.Satori)];
        double?[] chromium = [.. sizes.Select(size => size.Ratios.Chromium)];
        double?[] floor = [.. sizes.Select(size => size.Ratios.Floor)];
        return new SizesReport(
            sizes,
            sizes.ToDictionary(size => size.Placement, size => size.OursMs),
            BySize(sizes, size => size.SatoriMs),
            BySize(sizes, size => size.ChromiumMs),
            BySize(sizes, size => size.FloorMs),
            new Ratios(Mean(satori), Mean(chromium), Mean(floor)),
            new Ratios(satori.Min(), chromium.Min(), floor.Max()),
            new Ratios(
                Mean([.. sizes.Select(size => size.RatiosProcessor.Satori)]), null, Mean([.. sizes.Select(size => size.RatiosProcessor.Floor)])));
    }

    private static Dictionary<string, double>? BySize(IReadOnlyList<SizeTimes> sizes, Func<SizeTimes, double?> of) =>
        sizes.All(size => of(size) is not null) ? sizes.ToDictionary(size => size.Placement, size => of(size)!.Value) : null;

    /// <summary>Geometric mean; null when a value is missing.</summary>
    private static double? Mean(double?[] values) =>
        values.All(value => value is not null) ? Math.Round(Math.Exp(values.Average(value => Math.Log(value!.Value))), 2) : null;
}

/// <summary>One placement, in milliseconds.</summary>
internal sealed record SizeTimes(
    [property: JsonPropertyName("placement")] string Placement,
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height,
    [property: JsonPropertyName("ours_ms")] double OursMs,
    [property: JsonPropertyName("satori_ms")] double? SatoriMs,
    [property: JsonPropertyName("chromium_ms")] double? ChromiumMs,
    [property: JsonPropertyName("floor_ms")] double? FloorMs,
    [property: JsonPropertyName("ratios")] Ratios Ratios,
    [property: JsonPropertyName("ratios_processor")] Ratios RatiosProcessor)
{
    /// <param name="rounds">Times of ours, satori, Chromium and the floor, round by round; empty for a peer that is not there.</param>
    public static SizeTimes Of(Banner banner, IReadOnlyList<IReadOnlyList<RenderTime>> rounds)
    {
        double[][] wall = [.. rounds.Select(times => times.Select(time => time.Wall).ToArray())];
        double[][] processor = [.. rounds.Select(times => times.Select(time => time.Processor).ToArray())];
        return new SizeTimes(
            banner.Placement,
            banner.Width,
            banner.Height,
            Median(wall[0])!.Value,
            Median(wall[1]),
            Median(wall[2]),
            Median(wall[3]),
            new Ratios(Ratio(wall[1], wall[0]), Ratio(wall[2], wall[0]), Ratio(wall[0], wall[3])),
            new Ratios(Ratio(processor[1], processor[0]), null, Ratio(processor[0], processor[3])));
    }

    // Round by round, and only then the median: a busy machine slows all sides of a round alike.
    private static double? Ratio(double[] over, double[] under) =>
        Median([.. over.Zip(under, (one, other) => one / other)]);

    private static double? Median(double[] values) =>
        values.Length == 0 ? null : Math.Round(values.Order().ElementAt(values.Length / 2), 3);
}

/// <summary>Theirs over ours for satori and Chromium (more is better), ours over the floor (less is better).</summary>
internal sealed record Ratios(
    [property: JsonPropertyName("satori")] double? Satori,
    [property: JsonPropertyName("chromium")] double? Chromium,
    [property: JsonPropertyName("floor")] double? Floor);
