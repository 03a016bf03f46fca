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
        var attempt = content;
        while (true)
        {
            var (layout, refusal) = Place(proposal, attempt, content);
            if (layout is not null)
            {
                return (layout with { Dropped = dropped.ToImmutable() }, null);
            }

            if (LayoutRules.DropOrder.Cast<LayoutRole?>().FirstOrDefault(r => attempt.Texts.TryGetValue(r!.Value, out var text) && !text.Required) is { } role)
            {
                attempt = attempt with { Texts = attempt.Texts.Remove(role) };
                dropped.Add(role);
            }
            else if (attempt.Logos.Length > 1)
            {
                // The mark alone, where the name beside it takes the room of what has to be said.
                attempt = attempt with { Logos = attempt.Logos[^1..] };
            }
            else if (attempt.HasHero)
            {
                // Words before pictures: the smallest canvases keep what has to be said.
                attempt = attempt with { HasHero = false };
                dropped.Add(LayoutRole.Hero);
            }
            else
            {
                return (null, refusal);
            }
        }
    }

    private static (RepairedLayout? Layout, LayoutRefusal? Refusal) Place(Layout proposal, LayoutContent attempt, LayoutContent content)
    {
        var refusal = new LayoutRefusal("min_glyph", $"{content.Canvas} has no room for the required texts at their smallest legible size.");
        foreach (var corner in Corners(proposal, attempt))
        {
            if (HeadlineLines.Prefer(proposal.Composition, attempt, variant => Build(proposal, variant, corner)) is not { } draft)
            {
                continue;
            }

            var broken = HardRules.Violations(draft, content).ToArray();
            if (broken.Length == 0)
            {
                return (draft, null);
            }

            refusal = new LayoutRefusal(broken[0].Rule, broken[0].Detail);
        }

        return (null, refusal);
    }

    private static RepairedLayout? Build(Layout proposal, LayoutContent content, Furniture.Corner corner) => proposal.Composition switch
    {
        CompositionFamily.HeroBehind when DeepPosterLayout.Suits(content) =>
            DeepPosterLayout.Build(content, corner) ?? VerticalLayout.Build(proposal, content, corner),
        CompositionFamily.HeroBehind when CornerLayout.Suits(content) =>
            CornerLayout.Build(content, corner) ?? VerticalLayout.Build(proposal, content, corner),
        CompositionFamily.Stacked or CompositionFamily.HeroBehind => VerticalLayout.Build(proposal, content, corner),
        CompositionFamily.Strip => StripLayout.Build(proposal, content, corner),
        _ => SideLayout.Build(proposal, content, corner),
    };

    // At the bottom of a deep poster's free zone the AI label would stand on the hero; in a poster of two steps it
    // would lift the hero, or push the logo away.
    private static IEnumerable<Furniture.Corner> Corners(Layout proposal, LayoutContent content)
    {
        var near = Furniture.CornersNear(proposal);
        return proposal.Composition != CompositionFamily.HeroBehind ? near
            : DeepPosterLayout.Suits(content) ? near.OrderBy(c => c.Y)
            : CornerLayout.Suits(content) ? near.OrderByDescending(c => c.X).ThenBy(c => c.Y)
            : near;
    }
}
