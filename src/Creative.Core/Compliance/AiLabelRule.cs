namespace Creative.Core.Compliance;

/// <summary>The visible label that tells people a picture was made by a machine, as a market wants it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="ShortSideShare">Smallest height of its characters, as a share of the short side of the canvas.</param>
/// <param name="LeastPixels">Keeps it legible where that share is not.</param>
/// <param name="Basis">Where the rule comes from.</param>
public sealed record AiLabelRule(string Text, double ShortSideShare, double LeastPixels, string Basis)
{
    /// <summary>An element for AI and one for generation, in Chinese, at 5 % of the short side.</summary>
    private static readonly AiLabelRule MainlandChina = new("AI生成", 0.05, 12, "GB 45438-2025, 5.2");

    // Elsewhere the law asks for a clear label (Regulation (EU) 2024/1689, article 50) and prescribes neither words nor size.
    private static readonly AiLabelRule Elsewhere = new("AI-generated", 0.03, 10, "clear words; no form is prescribed in this market");

    /// <param name="market">Two letters (ISO 3166-1), as in <see cref="Brands.Brand.Market"/>.</param>
    public static AiLabelRule Of(string market) => market == "CN" ? MainlandChina : Elsewhere;
}
