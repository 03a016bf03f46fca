using System.Text.RegularExpressions;
using Creative.Contract.V1;

namespace Creative.Cli.Reading;

/// <summary>The value of --placements: "all", or ids and sizes such as "iab_mrec,1200x628".</summary>
internal static partial class PlacementList
{
    /// <summary>Null for "all", which only the server can spell out.</summary>
    /// <exception cref="CliException">It names nothing.</exception>
    public static IReadOnlyList<PlacementRef>? Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => throw CliException.BadInput("No placements.", new Problem("--placements", "give all, ids or sizes, such as iab_mrec,1200x628")),
            ["all"] => null,
            _ => [.. parts.Distinct(StringComparer.Ordinal).Select(One)],
        };
    }

    private static PlacementRef One(string part)
    {
        if (Size().Match(part) is not { Success: true } size)
        {
            return new PlacementRef { Id = part };
        }

        return int.TryParse(size.Groups[1].ValueSpan, out var width) && int.TryParse(size.Groups[2].ValueSpan, out var height)
            ? new PlacementRef { Custom = new CustomPlacement { Width = width, Height = height } }
            : throw CliException.BadInput("A size is too large.", new Problem("--placements", $"{part} is more than 4096x4096"));
    }

    [GeneratedRegex(@"^(\d+)[xX×](\d+)$", RegexOptions.ECMAScript)]
    private static partial Regex Size();
}
