using System.Collections.Immutable;
using Creative.Core.Compliance;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Numerics;
using Creative.Core.Tests.Samples;
using Creative.Core.Typography;

namespace Creative.Core.Tests.Layouts;

/// <summary>Content of a usual banner, and proposals that no designer would make.</summary>
internal static class SampleLayouts
{
    private static readonly Typesetter Typesetter = new(new InstalledFamilies());

    public static LayoutContent Content(CanvasSize canvas, Insets safe, string headline = "天天有好礼", string disclaimer = "活动以页面公示为准")
    {
        var style = new TextStyle(new FontFace("Noto Sans SC", 900), new FontFace("Montserrat", 800), 1.25, 0, 1, 8) { MayJoin = canvas.Ratio > 2.2 };
        TextContent Text(LayoutRole role, string text, double ratio, double x, double y, bool required) =>
            new(Typesetter.Set(text, style, []), LayoutRules.MinGlyph(role, canvas, AiLabelRule.Of("CN")), ratio, (x, y), required);
        var texts = new Dictionary<LayoutRole, TextContent>
        {
            [LayoutRole.Headline] = Text(LayoutRole.Headline, headline, 1, 0, 0, true),
            [LayoutRole.Subhead] = Text(LayoutRole.Subhead, "吃饭看片打车一次安排好", 0.44, 0, 0, false),
            [LayoutRole.Benefit] = Text(LayoutRole.Benefit, "满100减20", 0.52, 0.75, 0.42, false),
            [LayoutRole.CallToAction] = Text(LayoutRole.CallToAction, "去领取", 0.44, 1.15, 0.62, false),
            [LayoutRole.Disclaimer] = Text(LayoutRole.Disclaimer, disclaimer, 0, 0, 0, false),
            [LayoutRole.AiLabel] = Text(LayoutRole.AiLabel, "AI生成", 0, 0.38, 0.26, true),
        };
        return new LayoutContent(canvas, safe, texts.ToImmutableSortedDictionary(), [new LogoContent("full", 3.2, 0.4, 16), new LogoContent("mark", 1, 0.3, 14)], HasHero: true);
    }

    public static Layout Random(CanvasSize canvas, CompositionFamily composition, ulong seed)
    {
        var random = new SeededRandom(seed);
        var boxes = Enum.GetValues<LayoutRole>().ToImmutableSortedDictionary(role => role, _ => new Box(
            random.Between(-0.2, 1) * canvas.Width, random.Between(-0.2, 1) * canvas.Height,
            random.Between(0.02, 0.9) * canvas.Width, random.Between(0.02, 0.9) * canvas.Height));
        return new Layout(canvas, composition, boxes);
    }

    /// <summary>The same with small print that may not be left out.</summary>
    public static LayoutContent WithRequiredPrint(this LayoutContent content) =>
        content with { Texts = content.Texts.SetItem(LayoutRole.Disclaimer, content.Texts[LayoutRole.Disclaimer] with { Required = true }) };
}
