using System.Collections.Immutable;

namespace Creative.Core.Layouts;

/// <summary>
/// Makes a proposal true. The proposal decides what stands where and how space is shared; the repair sets every text at
/// the largest size that fits, keeps margins, clear space and order, and leaves out optional roles when a canvas is too
/// small. What it returns satisfies every rule of <see cref="LayoutRules"/>, or it refuses by the rule's name.
/// </summary>
public static class LayoutRepair
{
    /// <returns>Exactly one of the two.</returns>
    public static (RepairedLayout? Layout, LayoutRefusal? Refusal) Repair(Layout proposal, LayoutContent content)
    {
        var dropped = ImmutableArray.CreateBuilder<LayoutRole>();
        var texts = content.Texts;
        var hasHero = content.HasHero;
        LayoutRefusal refusal;
        while (true)
        {
            var attempt = content with { Texts = texts, HasHero = hasHero };
            refusal = new LayoutRefusal("min_glyph", $"{content.Canvas} has no room for the required texts at their smallest legible size.");
            foreach (var corner in Corners(proposal, attempt))
            {
                var draft = proposal.Composition switch
                {
                    CompositionFamily.HeroBehind when DeepPosterLayout.Suits(attempt) =>
                        DeepPosterLayout.Build(attempt, corner) ?? VerticalLayout.Build(proposal, attempt, corner),
                    CompositionFamily.Stacked or CompositionFamily.HeroBehind => VerticalLayout.Build(proposal, attempt, corner),
                    CompositionFamily.Strip => StripLayout.Build(proposal, attempt, corner),
                    _ => SideLayout.Build(proposal, attempt, corner),
                };
                if (draft is null)
                {
                    continue;
                }

                var broken = HardRules.Violations(draft, content).ToArray();
                if (broken.Length == 0)
                {
                    return (draft with { Dropped = dropped.ToImmutable() }, null);
                }

                refusal = new LayoutRefusal(broken[0].Rule, broken[0].Detail);
            }

            var next = LayoutRules.DropOrder.Cast<LayoutRole?>().FirstOrDefault(r => texts.TryGetValue(r!.Value, out var text) && !text.Required);
            if (next is not { } role)
            {
                if (!hasHero)
                {
                    return (null, refusal);
                }

                // Words before pictures: the smallest canvases keep what has to be said.
                hasHero = false;
                dropped.Add(LayoutRole.Hero);
                continue;
            }

            texts = texts.Remove(role);
            dropped.Add(role);
        }
    }

    // At the bottom of a deep poster's free zone the AI label would stand on the hero.
    private static IEnumerable<Furniture.Corner> Corners(Layout proposal, LayoutContent content) =>
        proposal.Composition == CompositionFamily.HeroBehind && DeepPosterLayout.Suits(content)
            ? Furniture.CornersNear(proposal).OrderBy(c => c.Y)
            : Furniture.CornersNear(proposal);
}
