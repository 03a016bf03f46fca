using System.Text.Json.Serialization;

namespace Creative.Bench.Sizes;

/// <summary>The last line of <c>bench sizes</c>. Milliseconds are medians by placement; a peer that cannot run here is null.</summary>
/// <param name="Ratios">Geometric means over the sizes.</param>
/// <param name="Worst">The least favourable size of each.</param>
internal sealed record SizesReport(
    [property: JsonPropertyName("sizes")] IReadOnlyList<SizeTimes> Sizes,
    [property: JsonPropertyName("ours_ms")] IReadOnlyDictionary<string, double> OursMs,
    [property: JsonPropertyName("satori_ms")] IReadOnlyDictionary<string, double>? SatoriMs,
    [property: JsonPropertyName("chromium_ms")] IReadOnlyDictionary<string, double>? ChromiumMs,
    [property: JsonPropertyName("floor_ms")] IReadOnlyDictionary<string, double>? FloorMs,
    [property: JsonPropertyName("ratios")] Ratios Ratios,
    [property: JsonPropertyName("worst")] Ratios Worst)
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
            new Ratios(satori.Min(), chromium.Min(), floor.Max()));
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
    [property: JsonPropertyName("ratios")] Ratios Ratios)
{
    /// <param name="rounds">Milliseconds of ours, satori, Chromium and the floor, round by round; empty for a peer that is not there.</param>
    public static SizeTimes Of(Banner banner, IReadOnlyList<IReadOnlyList<double>> rounds) => new(
        banner.Placement,
        banner.Width,
        banner.Height,
        Median(rounds[0])!.Value,
        Median(rounds[1]),
        Median(rounds[2]),
        Median(rounds[3]),
        new Ratios(Ratio(rounds[1], rounds[0]), Ratio(rounds[2], rounds[0]), Ratio(rounds[0], rounds[3])));

    // Round by round, and only then the median: a busy machine slows all sides of a round alike.
    private static double? Ratio(IReadOnlyList<double> over, IReadOnlyList<double> under) =>
        Median([.. over.Zip(under, (one, other) => one / other)]);

    private static double? Median(IReadOnlyList<double> values) =>
        values.Count == 0 ? null : Math.Round(values.Order().ElementAt(values.Count / 2), 3);
}

/// <summary>Theirs over ours for satori and Chromium (more is better), ours over the floor (less is better).</summary>
internal sealed record Ratios(
    [property: JsonPropertyName("satori")] double? Satori,
    [property: JsonPropertyName("chromium")] double? Chromium,
    [property: JsonPropertyName("floor")] double? Floor);
