using Creative.Contract.V1;
using Creative.Core.Briefs;
using CoreInsets = Creative.Core.Imaging.Insets;

namespace Creative.Server.Mapping;

/// <summary>A brief of the contract as the draft that the validator reads. Nothing is decided here.</summary>
internal static class BriefMapping
{
    public static BriefDraft ToDraft(Contract.V1.Brief brief) => new()
    {
        Campaign = brief.Campaign,
        Brand = brief.Brand,
        Copy = brief.Copy is { } copy ? new CopyDraft(copy.Headline, copy.Subhead, copy.Benefit, copy.CallToAction, copy.Disclaimer) : null,
        Mood = brief.Mood,
        Subject = brief.Subject,
        Audience = brief.Audience,
        ProductType = brief.ProductType,
        Placements = [.. brief.Placements.Select(ToDraft)],
        Variants = brief.Variants,
        Seed = brief.Seed,
        Format = (int)brief.Format,
        Evidence = [.. brief.Evidence.Select(evidence => new EvidenceDraft(evidence.Id, evidence.Claim))],
        Style = brief.Style,
    };

    private static PlacementDraft ToDraft(PlacementRef placement) => placement.KindCase switch
    {
        PlacementRef.KindOneofCase.Id => new PlacementDraft(placement.Id, null),
        PlacementRef.KindOneofCase.Custom => new PlacementDraft(null, ToDraft(placement.Custom)),
        _ => new PlacementDraft(null, null),
    };

    private static CustomPlacementDraft ToDraft(CustomPlacement custom) => new(
        custom.Width,
        custom.Height,
        custom.MaxBytes,
        [.. custom.Formats.Select(format => (int)format)],
        custom.SafeArea is { } safe ? new CoreInsets(safe.Top, safe.Right, safe.Bottom, safe.Left) : null);
}
