using Creative.Contract.V1;
using Creative.Core.Briefs;
using Creative.Core.Unicode;
using CoreBrief = Creative.Core.Briefs.Brief;
using CoreCopy = Creative.Core.Briefs.Copy;
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

    /// <summary>The words of a brief that was accepted when it was rendered; today's rules are not asked. It has no placements.</summary>
    public static CoreBrief ToAccepted(Contract.V1.Brief brief)
    {
        var copy = brief.Copy ?? new Contract.V1.Copy();
        return new CoreBrief
        {
            Campaign = Plain(brief.Campaign),
            BrandId = brief.Brand,
            Copy = new CoreCopy(Plain(copy.Headline), Plain(copy.Subhead), Plain(copy.Benefit), Plain(copy.CallToAction), Plain(copy.Disclaimer)),
            Mood = Plain(brief.Mood),
            Subject = Plain(brief.Subject),
            Audience = Plain(brief.Audience),
            ProductType = brief.ProductType.Length == 0 ? ProductTypes.Consumer : brief.ProductType,
            Placements = [],
            Style = brief.Style,
        };
    }

    private static string Plain(string text) => NormalForm.Canonical(text).Trim();

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
