namespace Creative.Core.Layouts;

/// <summary>A rule that is broken, with figures in plain words.</summary>
public sealed record RuleViolation(string Rule, LayoutRole Role, string Detail);

/// <summary>The rules that no delivered layout breaks. One function and one line each.</summary>
public static class HardRules
{
    private static readonly Func<RepairedLayout, LayoutContent, IEnumerable<RuleViolation>>[] All =
        [InsideSafeArea, NoOverlap, LargeEnough, LogoClearSpace];

    public static IEnumerable<RuleViolation> Violations(RepairedLayout layout, LayoutContent content) =>
        All.SelectMany(rule => rule(layout, content));

    private static IEnumerable<RuleViolation> InsideSafeArea(RepairedLayout layout, LayoutContent content)
    {
        var safe = layout.Canvas.Bounds.Shrink(content.Safe);
        return from box in layout.Boxes
               where box.Key != LayoutRole.Hero && !safe.Contains(box.Value, 0.5)
               select new RuleViolation("safe_area", box.Key, $"{box.Key} reaches outside the safe area of {layout.Canvas}.");
    }

    private static IEnumerable<RuleViolation> NoOverlap(RepairedLayout layout, LayoutContent content)
    {
        var solid = layout.Boxes.Where(b => b.Key != LayoutRole.Hero).ToArray();
        for (var i = 0; i < solid.Length; i++)
        {
            for (var j = i + 1; j < solid.Length; j++)
            {
                if (solid[i].Value.Overlaps(solid[j].Value))
                {
                    yield return new RuleViolation("overlap", solid[i].Key, $"{solid[i].Key} and {solid[j].Key} overlap on {layout.Canvas}.");
                }
            }
        }

        // A poster's hero is meant to reach under the text; elsewhere it stands beside.
        if (layout.Composition != CompositionFamily.HeroBehind && layout.Boxes.TryGetValue(LayoutRole.Hero, out var hero))
        {
            foreach (var (role, box) in solid)
            {
                if (hero.Overlaps(box))
                {
                    yield return new RuleViolation("overlap", role, $"{role} and the hero overlap on {layout.Canvas}.");
                }
            }

            if (hero.Width < 8 || hero.Height < 8)
            {
                yield return new RuleViolation("hero_size", LayoutRole.Hero, $"The hero has no room on {layout.Canvas}.");
            }
        }
    }

    private static IEnumerable<RuleViolation> LargeEnough(RepairedLayout layout, LayoutContent content) =>
        from text in layout.Texts
        where text.Value.Size < content.Texts[text.Key].MinSize - 1e-6
        select new RuleViolation("min_glyph", text.Key, $"{text.Key} would be set at {text.Value.Size:0.0} px, below its minimum of {content.Texts[text.Key].MinSize:0.0} px.");

    private static IEnumerable<RuleViolation> LogoClearSpace(RepairedLayout layout, LayoutContent content)
    {
        if (layout.Logo is not { } logo || !layout.Boxes.TryGetValue(LayoutRole.Logo, out var box))
        {
            yield break;
        }

        if (box.Height < logo.MinHeight - 1e-6)
        {
            yield return new RuleViolation("logo_min_size", LayoutRole.Logo, $"The logo would be {box.Height:0.0} px high, below its minimum of {logo.MinHeight:0.0} px.");
        }

        var clear = box.Grow((logo.ClearSpace * box.Height) - 0.5);
        foreach (var (role, other) in layout.Boxes)
        {
            if (role is not (LayoutRole.Logo or LayoutRole.Hero) && clear.Overlaps(other))
            {
                yield return new RuleViolation("logo_clear_space", role, $"{role} stands inside the logo's clear space on {layout.Canvas}.");
            }
        }
    }
}
