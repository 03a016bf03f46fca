using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Creative.Core.Briefs;

namespace Creative.Core.Compliance;

/// <summary>Words that have to be in the picture for a type of product.</summary>
/// <param name="Product">Product type.</param>
/// <param name="Profiles">Compliance profiles that ask for it.</param>
/// <param name="Name">For people, such as "risk warning".</param>
/// <param name="Pattern">Found in the normalised copy when it is there.</param>
/// <param name="When">Only when this is found in the copy; null: always.</param>
/// <param name="Example">Wording that would do.</param>
/// <param name="Basis">Codes of <see cref="LegalBasis"/>.</param>
public sealed record RequiredElement(
    string Product, ImmutableArray<string> Profiles, string Name, Regex Pattern, Regex? When, string Example, ImmutableArray<string> Basis);

/// <summary>Which required elements a copy needs and which it lacks, in the order of the rule data.</summary>
public static class RequiredElements
{
    /// <summary>What has to be there beside this copy.</summary>
    public static ImmutableArray<RequiredElement> Asked(Copy copy, string profile, string productType, CopyRuleData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var texts = Comparable(copy, data);
        return
        [
            .. data.Required.Where(element =>
                element.Product == productType
                && element.Profiles.Contains(profile)
                && (element.When is null || texts.Any(element.When.IsMatch))),
        ];
    }

    /// <summary>What has to be there and is not.</summary>
    public static ImmutableArray<RequiredElement> Missing(Copy copy, string profile, string productType, CopyRuleData data)
    {
        var texts = Comparable(copy, data);
        return [.. Asked(copy, profile, productType, data).Where(element => !texts.Any(element.Pattern.IsMatch))];
    }

    private static List<string> Comparable(Copy copy, CopyRuleData data)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return [.. CopyFields.Of(copy).Select(entry => data.Comparable(entry.Text).Text)];
    }
}
