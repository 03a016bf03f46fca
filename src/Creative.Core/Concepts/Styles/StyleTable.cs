using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Creative.Core.Concepts.Styles;

/// <summary>Every style, in the order in which they are offered. A new style is one class and one line here.</summary>
public static class StyleTable
{
    public static readonly ImmutableArray<IStyle> All = [new FestiveStyle(), new PremiumStyle(), new TechnologicalStyle(), new FreshStyle(), new MinimalStyle(), new NightStyle()];

    private static readonly FrozenDictionary<string, IStyle> ById = All.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal);

    public static IStyle? Find(string id) => ById.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">There is no such style.</exception>
    public static IStyle Get(string id) => Find(id) ?? throw new KeyNotFoundException($"There is no style '{id}'.");
}
