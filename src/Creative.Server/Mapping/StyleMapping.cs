using Creative.Contract.V1;

namespace Creative.Server.Mapping;

/// <summary>The styles that there are.</summary>
internal static class StyleMapping
{
    public static IReadOnlyList<Style> All { get; } = [];
}
