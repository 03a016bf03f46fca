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

/// <summary>Which required elements a copy lacks.</summary>
public static class RequiredElements
{
    /// <summary>In the order of the rule data.</summary>
    public static ImmutableArray<RequiredElement> Missing(Copy copy, string profile, string productType, CopyRuleData data)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(data);
        var texts = CopyFields.Of(copy).Select(entry => data.Comparable(entry.Text).Text).ToList();
        return
        [
            .. data.Required.Where(element =>
                element.Product == productType
                && element.Profiles.Contains(profile)
                && (element.When is null || texts.Any(element.When.IsMatch))
                && !texts.Any(element.Pattern.IsMatch)),
        ];
    }
}
