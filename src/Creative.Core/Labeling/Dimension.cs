using System.Collections.Immutable;

namespace Creative.Core.Labeling;

/// <summary>What images are judged on. Data: a new one is an entry in dimensions.json and nothing else.</summary>
/// <param name="Id">Of [a-z_], up to 40 characters.</param>
/// <param name="Question">What is asked, in one sentence.</param>
/// <param name="Min">Lowest score.</param>
/// <param name="Max">Highest score; higher is better.</param>
/// <param name="Anchors">What some of the scores mean, lowest first.</param>
/// <param name="ItemKinds">Of <see cref="Labeling.ItemKinds"/>, at least one.</param>
/// <param name="MarkKinds">Faults that can be marked on the image; empty: none can.</param>
public sealed record Dimension(
    string Id,
    LocalText Name,
    LocalText Question,
    int Min,
    int Max,
    ImmutableArray<Anchor> Anchors,
    ImmutableArray<string> ItemKinds,
    ImmutableArray<MarkKind> MarkKinds);

/// <summary>What one score means.</summary>
public sealed record Anchor(int Score, LocalText Meaning);

/// <summary>A kind of fault that can be marked, such as "stray_stroke".</summary>
public sealed record MarkKind(string Id, LocalText Name);

/// <summary>What an item can be.</summary>
public static class ItemKinds
{
    /// <summary>An image that the diffusion model painted.</summary>
    public const string Element = "element";

    /// <summary>A finished file.</summary>
    public const string Asset = "asset";

    public static ImmutableArray<string> All { get; } = [Element, Asset];
}
