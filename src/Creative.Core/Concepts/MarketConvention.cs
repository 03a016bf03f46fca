using System.Collections.Immutable;

namespace Creative.Core.Concepts;

/// <summary>
/// What rising and falling look like where a brand sells: red rises in mainland China, Taiwan, Japan and Korea, green rises
/// elsewhere, Hong Kong included. It governs charts, arrows and figures with a sign. Coins are those of the market too.
/// </summary>
/// <param name="Rising">Colour of a rise; lightness is fitted to the ground.</param>
/// <param name="Falling">Colour of a fall.</param>
/// <param name="RisingHues">Hue words in which a rising chart may be painted, best first; no other would do.</param>
/// <param name="ForeignMotifs">Variants of elements that belong to other markets, such as a coin with a yuan sign.</param>
public sealed record MarketConvention(Oklch Rising, Oklch Falling, ImmutableArray<string> RisingHues, ImmutableArray<string> ForeignMotifs)
{
    /// <summary>The element class that shows a rise.</summary>
    public const string RisingElement = "chart";

    // Variants of elements, in the words of prompts.
    private const string Yuan = "yuan sign";
    private const string CashCoin = "square hole";

    private static readonly Oklch Red = new(0.6, 0.22, 27);
    private static readonly Oklch Green = new(0.6, 0.16, 152);
    private static readonly Oklch Blue = new(0.6, 0.18, 256);

    private static readonly ImmutableArray<string> Warm = ["red", "orange", "gold", "pink"];
    private static readonly ImmutableArray<string> Cool = ["green", "teal", "blue", "purple"];

    /// <param name="market">Two letters, such as CN.</param>
    public static MarketConvention Of(string market) => market switch
    {
        "CN" => new(Red, Green, Warm, []),
        "TW" => new(Red, Green, Warm, [Yuan]),
        "JP" => new(Red, Green, Warm, [CashCoin]),
        "KR" => new(Red, Blue, Warm, [Yuan, CashCoin]),
        _ => new(Green, Red, Cool, [Yuan, CashCoin]),
    };
}
