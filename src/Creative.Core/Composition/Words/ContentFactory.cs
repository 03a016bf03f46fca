using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Placements;
using Creative.Core.Typography;

namespace Creative.Core.Composition;

/// <summary>What one canvas has to hold: the copy broken into lines and measured, and the brand's logos.</summary>
internal sealed class ContentFactory(IFontCatalog fonts)
{
    private readonly Typesetter _typesetter = new(fonts);
    private readonly VerticalTypesetter _vertical = new(fonts);

    /// <summary>The texts by role that a brief asks for, and the AI label.</summary>
    public static ImmutableSortedDictionary<LayoutRole, string> Texts(Copy copy, AiLabelRule label) =>
        new (LayoutRole Role, string Text)[]
        {
            (LayoutRole.Headline, copy.Headline), (LayoutRole.Subhead, copy.Subhead), (LayoutRole.Benefit, copy.Benefit),
            (LayoutRole.CallToAction, copy.CallToAction), (LayoutRole.Disclaimer, copy.Disclaimer), (LayoutRole.AiLabel, label.Text),
        }.Where(t => t.Text.Length > 0).ToImmutableSortedDictionary(t => t.Role, t => t.Text);

    public LayoutContent Create(Brief brief, Brand brand, Placement placement, CompositionFamily composition, bool disclaimerRequired)
    {
        var canvas = placement.Size;
        var whole = brand.Glossary.Select(g => g.Term).ToArray();
        var texts = Texts(brief.Copy, AiLabelRule.Of(brand.Market))
            .ToImmutableSortedDictionary(t => t.Key, t => Text(t.Key, t.Value, brand, canvas, composition, whole, disclaimerRequired));
        return new LayoutContent(canvas, placement.SafeArea, texts, Logos(brand), HasHero: true);
    }

    /// <summary>
    /// Ink height that stands for the script of <paramref name="text"/>, in em: of 国, or from ascender to descender for
    /// Latin, whose letters are read by their outline and not by the height of a capital.
    /// </summary>
    public double GlyphHeight(string text, FontFace face)
    {
        var extent = fonts.Measure(text.Any(c => c >= 0x2E80) ? "国" : "Hg", face);
        return extent.InkBottom - extent.InkTop;
    }

    private static ImmutableArray<LogoContent> Logos(Brand brand) =>
        [.. brand.Logos.Where(l => l.Variant is "full" or "mark")
            .OrderBy(l => l.Variant == "full" ? 0 : 1)
            .Select(l => new LogoContent(l.Variant, l.Svg.Width / l.Svg.Height, l.ClearSpace, l.MinHeight))];

    private TextContent Text(LayoutRole role, string text, Brand brand, CanvasSize canvas, CompositionFamily composition, string[] whole, bool disclaimerRequired)
    {
        var style = Style(role, brand, composition, canvas);
        if (role == LayoutRole.Disclaimer && composition == CompositionFamily.Strip)
        {
            // On a strip small print runs on: a line for each sentence would be higher than the canvas.
            text = text.ReplaceLineEndings(" ");
        }

        var minSize = 1.02 * LayoutRules.MinGlyph(role, canvas, AiLabelRule.Of(brand.Market)) / GlyphHeight(text, style.Face);
        var required = role is LayoutRole.Headline or LayoutRole.AiLabel || (role == LayoutRole.Disclaimer && disclaimerRequired);
        return new TextContent(_typesetter.Set(text, style, whole), minSize, Ratio(role), Padding(role), required)
        {
            Vertical = role == LayoutRole.Headline && RatioFamilies.Of(canvas) == RatioFamily.Tower ? _vertical.Set(text, style) : null,
        };
    }

    private static TextStyle Style(LayoutRole role, Brand brand, CompositionFamily composition, CanvasSize canvas)
    {
        var display = brand.Fonts["display"];
        var body = brand.Fonts["text"];
        var number = brand.Fonts.GetValueOrDefault("number", display);
        var strip = composition == CompositionFamily.Strip;
        return role switch
        {
            LayoutRole.Headline => new TextStyle(display, number, 1.22, 0.01, 1.24, strip ? 2 : RatioFamilies.Of(canvas) == RatioFamily.Tower ? 4 : 3) { MayJoin = canvas.Ratio > 2.2 },
            LayoutRole.Subhead => new TextStyle(body, number, 1.36, 0.02, 1, strip ? 1 : 3),
            LayoutRole.Benefit => new TextStyle(body with { Weight = Math.Max(700, body.Weight) }, number, 1.3, 0.01, 1.45, 1),
            LayoutRole.CallToAction => new TextStyle(body with { Weight = Math.Max(700, body.Weight) }, number, 1.3, 0.04, 1, 1),
            LayoutRole.Disclaimer => new TextStyle(body with { Weight = 400 }, number, 1.42, 0.01, 1, strip ? 4 : RatioFamilies.Of(canvas) == RatioFamily.Tower ? 14 : 8),
            LayoutRole.AiLabel => new TextStyle(body with { Weight = 500 }, number, 1.3, 0.02, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a text role."),
        };
    }

    private static double Ratio(LayoutRole role) => role switch
    {
        LayoutRole.Headline => 1,
        LayoutRole.Subhead => 0.42,
        LayoutRole.Benefit => 0.48,
        LayoutRole.CallToAction => 0.42,
        _ => 0,
    };

    private static (double X, double Y) Padding(LayoutRole role) => role switch
    {
        LayoutRole.CallToAction => (1.15, 0.62),
        LayoutRole.Benefit => (0.75, 0.42),
        LayoutRole.AiLabel => (0.38, 0.26),
        _ => (0, 0),
    };
}
