using Creative.Core.Imaging;

namespace Creative.Core.Placements;

/// <summary>Sizes that can share a way of laying out.</summary>
public enum RatioFamily
{
    /// <summary>Width over height at least 5.</summary>
    UltraWide,

    /// <summary>2.2 to 5.</summary>
    Wide,

    /// <summary>1.3 to 2.2.</summary>
    Landscape,

    /// <summary>0.85 to 1.3.</summary>
    NearSquare,

    /// <summary>0.65 to 0.85.</summary>
    Portrait,

    /// <summary>0.45 to 0.65.</summary>
    Tall,

    /// <summary>Below 0.45.</summary>
    Tower,
}

public static class RatioFamilies
{
    public static RatioFamily Of(CanvasSize size) => size.Ratio switch
    {
        >= 5 => RatioFamily.UltraWide,
        >= 2.2 => RatioFamily.Wide,
        >= 1.3 => RatioFamily.Landscape,
        >= 0.85 => RatioFamily.NearSquare,
        >= 0.65 => RatioFamily.Portrait,
        >= 0.45 => RatioFamily.Tall,
        _ => RatioFamily.Tower,
    };

    /// <summary>The name in the contract and in the data, such as "near-square".</summary>
    public static string Name(this RatioFamily family) => family switch
    {
        RatioFamily.UltraWide => "ultra-wide",
        RatioFamily.Wide => "wide",
        RatioFamily.Landscape => "landscape",
        RatioFamily.NearSquare => "near-square",
        RatioFamily.Portrait => "portrait",
        RatioFamily.Tall => "tall",
        RatioFamily.Tower => "tower",
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, null),
    };
}
