using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Brands;
using Creative.Core.Layouts;
using Creative.Core.Numerics;
using Creative.Core.Placements;

namespace Creative.Core.Composition;

/// <summary>A layout that was chosen, and what it holds.</summary>
/// <param name="Seed">Of the proposals it came from.</param>
/// <param name="Considered">How many proposals could be repaired.</param>
internal sealed record PlannedLayout(RepairedLayout Layout, LayoutContent Content, ulong Seed, int Considered, double Score);

/// <summary>Propose, repair, rank: several proposals for each way of composing that suits the ratio, the best one wins.</summary>
internal sealed class LayoutPlanner(ILayoutModel model, ContentFactory contents)
{
    private const int ProposalsPerComposition = 4;

    public ContentFactory Contents { get; } = contents;

    public (PlannedLayout? Plan, LayoutRefusal? Refusal) Plan(Brief brief, Brand brand, Placement placement, int variant, ulong seed, bool disclaimerRequired, CancellationToken cancellation)
    {
        PlannedLayout? best = null;
        LayoutRefusal? refusal = null;
        var considered = 0;
        var compositions = Compositions(placement);
        for (var i = 0; i < compositions.Length; i++)
        {
            var composition = compositions[(i + variant) % compositions.Length];
            var content = Contents.Create(brief, brand, placement, composition, disclaimerRequired);
            var request = new LayoutRequest(placement.Size, placement.SafeArea, composition, Lengths(content), SeededRandom.Derive(seed, (ulong)composition));

            // Each variant leans towards another way of composing, so that variants differ in more than colour.
            var bonus = i == 0 ? 0.06 : 0;
            foreach (var proposal in model.Propose(request, ProposalsPerComposition, cancellation))
            {
                var (layout, refused) = LayoutRepair.Repair(proposal, content);
                refusal ??= refused;
                if (layout is null)
                {
                    continue;
                }

                considered++;
                var score = bonus + LayoutRanker.Score(layout, content);
                if (best is null || score > best.Score)
                {
                    best = new PlannedLayout(layout, content, request.Seed, considered, score);
                }
            }
        }

        return best is null ? (null, refusal) : (best with { Considered = considered }, null);
    }

    /// <summary>What is to be placed, as a layout model is told it.</summary>
    public static ImmutableSortedDictionary<LayoutRole, double> Lengths(LayoutContent content)
    {
        var lengths = content.Texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Settings[0].Lines.Sum(l => l.Width))
            .Add(LayoutRole.Logo, content.Logos[0].Aspect);
        return content.HasHero ? lengths.Add(LayoutRole.Hero, 0) : lengths;
    }

    /// <summary>Ways of composing that suit a placement, in the order in which variants lean towards them.</summary>
    public static ImmutableArray<CompositionFamily> Compositions(Placement placement) => placement.Family switch
    {
        RatioFamily.UltraWide => [CompositionFamily.Strip],
        RatioFamily.Wide => [CompositionFamily.TextLeft, CompositionFamily.TextRight, CompositionFamily.Strip],
        RatioFamily.Landscape => [CompositionFamily.TextLeft, CompositionFamily.TextRight],
        RatioFamily.NearSquare when placement.Size.Ratio < 1.12 => [CompositionFamily.Stacked, CompositionFamily.HeroBehind],
        RatioFamily.NearSquare => [CompositionFamily.TextLeft, CompositionFamily.HeroBehind],
        RatioFamily.Portrait => [CompositionFamily.Stacked, CompositionFamily.HeroBehind],
        RatioFamily.Tall when DeepPosterLayout.IsDeep(placement.Size, placement.SafeArea) => [CompositionFamily.HeroBehind],
        RatioFamily.Tall => [CompositionFamily.Stacked, CompositionFamily.HeroBehind],
        RatioFamily.Tower => [CompositionFamily.Stacked],
        _ => throw new ArgumentOutOfRangeException(nameof(placement), placement.Family, null),
    };
}
