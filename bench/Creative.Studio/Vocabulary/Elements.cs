using System.Collections.Immutable;

namespace Creative.Studio.Vocabulary;

/// <summary>One kind of element.</summary>
/// <param name="Id">Such as "gift-box".</param>
/// <param name="Noun">Its word in the prompt, such as "gift box".</param>
/// <param name="Variants">The first is the default.</param>
/// <param name="Hues">The first is the default.</param>
public sealed record ElementClass(string Id, string Noun, ImmutableArray<string> Variants, ImmutableArray<string> Hues);

/// <summary>One variant of a class; its place in <see cref="Elements.Shapes"/> is the number of its solid.</summary>
public sealed record ElementShape(int Number, ElementClass Class, string Variant);

/// <summary>What the renderer can draw, in the words of the prompts. The same tables as models/train/elements/prompts.py.</summary>
public static class Elements
{
    private static readonly ImmutableArray<string> Metals = ["gold", "silver", "rose gold"];

    public static ImmutableArray<ElementClass> Classes { get; } =
    [
        new("gold-coin", "coin", ["yuan sign", "square hole", "star"], Metals),
        new("red-packet", "packet", ["plain", "with coins"], ["red", "orange", "purple", "blue"]),
        new("gift-box", "gift box", ["single bow", "double bow"], ["red", "orange", "pink", "purple", "blue", "teal"]),
        new("gold-bars", "bars", ["stack of three", "single bar"], Metals),
        new("piggy-bank", "piggy bank", ["with coin", "plain"], ["pink", "red", "yellow", "blue", "teal"]),
        new("shield", "shield", ["check mark", "keyhole"], ["blue", "red", "green", "purple", "teal"]),
        new("wallet", "wallet", ["with banknotes", "with card"], ["orange", "red", "blue", "purple", "teal"]),
        new("rocket", "rocket", ["with flame"], ["red", "orange", "blue", "purple", "teal"]),
        new("trophy", "trophy", ["star", "plain"], Metals),
        new("safe", "safe", ["round dial"], ["blue", "red", "teal", "purple", "silver"]),
        new("calendar", "calendar page", ["date grid", "check mark"], ["red", "orange", "blue", "purple", "teal"]),
        new("coupon", "coupon ticket", ["percent sign", "yuan sign"], ["red", "orange", "pink", "purple", "blue"]),
        new("phone", "phone", ["bar chart", "yuan sign"], ["blue", "red", "purple", "teal", "gold"]),
        new("bank-card", "bank card", ["gold chip"], ["blue", "red", "purple", "teal", "gold"]),
        new("chart", "chart", ["with arrow"], ["blue", "red", "orange", "purple", "teal"]),
    ];

    /// <summary>The first of these and of the following is the default.</summary>
    public static ImmutableArray<string> Views { get; } = ["three-quarter view", "front view", "right view", "top view"];

    public static ImmutableArray<string> Lights { get; } = ["warm light", "neutral light", "cool light"];

    public static ImmutableArray<string> Materials { get; } = ["glossy", "matte"];

    /// <summary>Every variant of every class; the order is the numbering of the solids.</summary>
    public static ImmutableArray<ElementShape> Shapes { get; } =
    [
        .. Classes.SelectMany(kind => kind.Variants.Select(variant => (kind, variant))).Select((one, number) => new ElementShape(number, one.kind, one.variant)),
    ];

    public static bool IsMetal(string hue) => Metals.Contains(hue);

    /// <summary>Every combination of hue, light and material that a class comes in.</summary>
    public static IEnumerable<(string Hue, string Light, string Material)> LooksOf(ElementClass kind) =>
        from hue in kind.Hues from light in Lights from material in Materials select (hue, light, material);
}
