using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Imaging;
using Creative.Core.Placements;

namespace Creative.Core.Tests.Briefs;

/// <summary>A brief and a brand in good order, for tests to break one thing at a time.</summary>
internal static class SampleBriefs
{
    public static Brand Brand { get; } = new()
    {
        Id = "lanlan",
        Version = "000000000000",
        Name = "蓝兰理财",
        Market = "CN",
        Locale = "zh-CN",
        Logos = [],
        Colours = ImmutableSortedDictionary<string, BrandColour>.Empty,
        Fonts = ImmutableSortedDictionary<string, FontFace>.Empty.Add("display", new FontFace("Han", 700)).Add("text", new FontFace("Han", 400)),
        ComplianceProfile = "cn-finance",
        Disclaimers = ImmutableSortedDictionary<string, string>.Empty.Add("insurance", "由蓝兰保险股份有限公司承保，具体以保险合同条款为准"),
    };

    public static BriefDraft Draft { get; } = new()
    {
        Campaign = "权益日 11 月",
        Brand = "lanlan",
        Copy = new CopyDraft("18 权益日\n省的不止一点点", "每月18日，好礼等你来", "18% 权益", "马上看看", "活动规则详见页面"),
        Mood = "热闹",
        Subject = "礼盒",
        Placements = [new PlacementDraft("rda_landscape", null), new PlacementDraft("iab_mobile_320", null)],
        Variants = 2,
        Seed = 18,
    };

    public static BriefVerdict Read(BriefDraft draft) => Read(draft, Brand);

    public static BriefVerdict Read(BriefDraft draft, Brand brand) =>
        new BriefValidator(PlacementCatalog.Default, CopyRules.Default, new ListedFonts(), ["festive", "premium", "technological", "fresh", "minimal", "night"])
            .Validate(draft, id => id == brand.Id ? brand : null);

    public static BriefDraft WithHeadline(string headline) => Draft with { Copy = Draft.Copy! with { Headline = headline } };
}
