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
        double?[] satori = [.. sizes.Select(size => size.SatoriMs / size.OursMs)];
        double?[] chromium = [.. sizes.Select(size => size.ChromiumMs / size.OursMs)];
        double?[] floor = [.. sizes.Select(size => size.OursMs / size.FloorMs)];
        return new SizesReport(
            sizes,
            sizes.ToDictionary(size => size.Placement, size => size.OursMs),
            BySize(sizes, size => size.SatoriMs),
            BySize(sizes, size => size.ChromiumMs),
            BySize(sizes, size => size.FloorMs),
            new Ratios(Mean(satori), Mean(chromium), Mean(floor)),
            new Ratios(Round(satori.Min()), Round(chromium.Min()), Round(floor.Max())));
    }

    private static Dictionary<string, double>? BySize(IReadOnlyList<SizeTimes> sizes, Func<SizeTimes, double?> of) =>
        sizes.All(size => of(size) is not null) ? sizes.ToDictionary(size => size.Placement, size => of(size)!.Value) : null;

    /// <summary>Geometric mean; null when a value is missing.</summary>
    private static double? Mean(double?[] values) =>
        values.All(value => value is not null) ? Round(Math.Exp(values.Average(value => Math.Log(value!.Value)))) : null;

    private static double? Round(double? value) => value is { } known ? Math.Round(known, 2) : null;
}

/// <summary>One placement, in milliseconds.</summary>
internal sealed record SizeTimes(
    [property: JsonPropertyName("placement")] string Placement,
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height,
    [property: JsonPropertyName("ours_ms")] double OursMs,
    [property: JsonPropertyName("satori_ms")] double? SatoriMs,
    [property: JsonPropertyName("chromium_ms")] double? ChromiumMs,
    [property: JsonPropertyName("floor_ms")] double? FloorMs);

/// <summary>Theirs over ours for satori and Chromium (more is better), ours over the floor (less is better).</summary>
internal sealed record Ratios(
    [property: JsonPropertyName("satori")] double? Satori,
    [property: JsonPropertyName("chromium")] double? Chromium,
    [property: JsonPropertyName("floor")] double? Floor);
