using System.Collections.Immutable;
using System.Globalization;
using Creative.Core.Compliance;
using Creative.Core.Concepts;
using Creative.Core.Imaging;
using Creative.Core.Layouts;

namespace Creative.Core.Composition;

/// <summary>What the checks look at.</summary>
internal sealed record CheckedPicture(PlannedLayout Plan, ComposedPicture Picture, Concept Concept, ContentFactory Contents, CopyReview Copy, Briefs.Copy Approved, CopyContext Context, AiLabelRule Label);

/// <summary>The checks of a finished picture, in the order of the report. One function and one line each.</summary>
internal static class PictureChecks
{
    private static readonly Func<CheckedPicture, IEnumerable<Check>>[] All =
        [ContrastOfTexts, CalmGrounds, LayoutRulesHold, Glyphs, LabelVisible, PaletteDistance, WordsDelivered, RequiredWordsShown, CopyRulesPassed];

    public static ImmutableArray<Check> Run(CheckedPicture picture) => [.. All.SelectMany(check => check(picture))];

    private static IEnumerable<Check> ContrastOfTexts(CheckedPicture p) =>
        p.Picture.Texts.Select(t => new Check("contrast", RoleNames.Of(t.Role), t.Contrast >= t.Needed, true, Round(t.Contrast), t.Needed, "ratio", "WCAG 2.1, worst 5 % of the pixels under the text"));

    // Contrast is the hard rule, and it is measured on the worst pixels; a ground can pass it and still be restless.
    private static IEnumerable<Check> CalmGrounds(CheckedPicture p)
    {
        const double Limit = 40;
        return p.Picture.Texts.Select(t => new Check("calm_ground", RoleNames.Of(t.Role), t.Unrest <= Limit, false, Round(t.Unrest), Limit, "L*", "range of lightness of 90 % of the pixels under the text"));
    }

    private static IEnumerable<Check> LayoutRulesHold(CheckedPicture p)
    {
        var broken = HardRules.Violations(p.Plan.Layout, p.Plan.Content).ToLookup(v => v.Rule);
        foreach (var rule in (string[])["safe_area", "overlap", "logo_clear_space", "logo_min_size"])
        {
            var found = broken[rule].ToArray();
            yield return new Check(rule, found.Length == 0 ? "" : RoleNames.Of(found[0].Role), found.Length == 0, true, found.Length, 0, "count", string.Join(' ', found.Select(f => f.Detail)));
        }
    }

    private static IEnumerable<Check> Glyphs(CheckedPicture p)
    {
        foreach (var (role, text) in p.Plan.Layout.Texts)
        {
            var segment = text.Setting.Lines[0].Segments.FirstOrDefault(s => !s.IsNumber) ?? text.Setting.Lines[0].Segments[0];
            var measured = text.Size * p.Contents.GlyphHeight(string.Concat(text.Setting.Lines.SelectMany(l => l.Segments).Select(s => s.Text)), segment.Face);
            var limit = LayoutRules.MinGlyph(role, p.Plan.Layout.Canvas, p.Label);
            yield return new Check("min_glyph", RoleNames.Of(role), measured >= limit, true, Round(measured), Round(limit), "px", "ink height of a full character");
        }
    }

    private static IEnumerable<Check> LabelVisible(CheckedPicture p)
    {
        var canvas = p.Plan.Layout.Canvas;
        var label = p.Plan.Layout.Texts.GetValueOrDefault(LayoutRole.AiLabel);
        var text = label is null ? "" : string.Concat(label.Setting.Lines.SelectMany(l => l.Segments).Select(s => s.Text));
        yield return new Check("ai_label", "ai_label", text == p.Label.Text, true, label is null ? 0 : 1, 1, "count", $"'{text}': {p.Label.Basis}");
        if (label is null)
        {
            yield break;
        }

        // At an edge: nothing but margin or the platform's own area between the label and the side of the canvas.
        var box = label.Box;
        var safe = LayoutRules.TextArea(canvas, p.Plan.Content.Safe);
        var distance = Math.Min(Math.Min(box.X - safe.X, safe.Right - box.Right), Math.Min(box.Y - safe.Y, safe.Bottom - box.Bottom));
        yield return new Check("ai_label", "edge", distance <= 1, true, Round(Math.Max(0, distance)), 1, "px", "distance from the edge of the usable area");
    }

    private static IEnumerable<Check> PaletteDistance(CheckedPicture p)
    {
        const double Limit = 0.1;
        var colours = p.Concept.Palette.Colours.Values.Select(Oklab.From).ToArray();
        var pixels = p.Picture.Pixels;
        var hero = p.Plan.Layout.Boxes.GetValueOrDefault(LayoutRole.Hero);
        var step = Math.Max(1, (int)Math.Sqrt(pixels.Size.Pixels / 3000.0));
        var distances = new List<double>();
        for (var y = step / 2; y < pixels.Size.Height; y += step)
        {
            var row = pixels.Row(y);
            for (var x = step / 2; x < pixels.Size.Width; x += step)
            {
                if (x >= hero.X && x < hero.Right && y >= hero.Y && y < hero.Bottom)
                {
                    continue;
                }

                var lab = Oklab.From(new Colour(row[x * 3], row[(x * 3) + 1], row[(x * 3) + 2]));
                distances.Add(colours.Min(c => c.DistanceTo(lab)));
            }
        }

        distances.Sort();
        var median = distances.Count == 0 ? 0 : distances[distances.Count / 2];
        yield return new Check("palette_distance", "", median <= Limit, true, Math.Round(median, 4), Limit, "ΔE OKLab", "median distance of pixels beside the hero from the nearest palette colour");
    }

    private static IEnumerable<Check> WordsDelivered(CheckedPicture p)
    {
        var dropped = p.Plan.Layout.Dropped.Select(RoleNames.Of);
        var differences = DeliveredCopyCheck.Differences(p.Picture.Scene, p.Approved, dropped, p.Label.Text);
        yield return new Check("copy_delivered", "", differences.IsEmpty, true, differences.Length, 0, "count", string.Join("; ", differences));
    }

    /// <summary>
    /// What the law wants beside a product is in the picture. How small and how pale it may be is for the checks of its role:
    /// 2.2 % of the short side, at least 10 px, and WCAG 4.5.
    /// </summary>
    private static IEnumerable<Check> RequiredWordsShown(CheckedPicture p)
    {
        var (profile, product) = (p.Context.Profile, p.Context.ProductType);
        var data = CopyRules.Default.Data;
        var missing = RequiredElements.Missing(Shown(p), profile, product, data).Select(element => element.Name).ToArray();
        var asked = RequiredElements.Asked(p.Approved, profile, product, data).Select(element => element.Name).ToArray();
        yield return new Check("required_words", "", missing.Length == 0, true, missing.Length, 0, "count",
            asked.Length == 0 ? $"a {product} product needs none" : missing.Length == 0 ? $"shown: {string.Join(", ", asked)}" : $"missing: {string.Join(", ", missing)}");
    }

    /// <summary>The copy without what was dropped.</summary>
    private static Briefs.Copy Shown(CheckedPicture p)
    {
        string Kept(LayoutRole role, string text) => p.Plan.Layout.Dropped.Contains(role) ? "" : text;
        return new Briefs.Copy(
            p.Approved.Headline,
            Kept(LayoutRole.Subhead, p.Approved.Subhead),
            Kept(LayoutRole.Benefit, p.Approved.Benefit),
            Kept(LayoutRole.CallToAction, p.Approved.CallToAction),
            Kept(LayoutRole.Disclaimer, p.Approved.Disclaimer));
    }

    private static IEnumerable<Check> CopyRulesPassed(CheckedPicture p)
    {
        var refusing = p.Copy.Findings.Count(f => f.Refuses);
        var warnings = p.Copy.Findings.Where(f => !f.Refuses).Select(f => $"{f.RuleId} '{f.Words}'");
        yield return new Check("copy_rules", "", refusing == 0, true, refusing, 0, "count", string.Create(CultureInfo.InvariantCulture, $"rules {p.Copy.RulesVersion}; notes: {string.Join(", ", warnings.DefaultIfEmpty("none"))}"));
    }

    private static double Round(double value) => Math.Round(value, 2);
}
