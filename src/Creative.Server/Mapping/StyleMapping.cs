using Creative.Contract.V1;
using Creative.Core.Concepts.Styles;

namespace Creative.Server.Mapping;

/// <summary>The styles that there are.</summary>
internal static class StyleMapping
{
    public static IReadOnlyList<Style> All { get; } = [.. StyleTable.All.Select(ToMessage)];

    private static Style ToMessage(IStyle style) => new()
    {
        Id = style.Id,
        NameEn = style.Identity.NameEn,
        NameZh = style.Identity.NameZh,
        Description = style.Identity.Description,
        MoodWords = { style.Identity.MoodWords },
    };
}
