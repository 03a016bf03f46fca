using Creative.Core.Briefs;

namespace Creative.Core.Compliance;

/// <summary>Names of the texts that a person will read, as in the contract.</summary>
public static class CopyFields
{
    public const string Headline = "headline";
    public const string Subhead = "subhead";
    public const string Benefit = "benefit";
    public const string CallToAction = "call_to_action";
    public const string Disclaimer = "disclaimer";

    /// <summary>Not copy: what the picture shows.</summary>
    public const string Subject = "subject";

    /// <summary>In reading order, empty ones too.</summary>
    public static IEnumerable<(string Field, string Text)> Of(Copy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return
        [
            (Headline, copy.Headline),
            (Subhead, copy.Subhead),
            (Benefit, copy.Benefit),
            (CallToAction, copy.CallToAction),
            (Disclaimer, copy.Disclaimer),
        ];
    }
}
