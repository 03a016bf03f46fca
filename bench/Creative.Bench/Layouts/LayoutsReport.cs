using System.Text.Json.Serialization;
using Creative.Core.Layouts.Metrics;

namespace Creative.Bench.Layouts;

/// <summary>Means over the layouts of one way of laying out. Lower is better, except for the last four. Null: there are none.</summary>
/// <param name="Refused">Share that is refused, or, of a baseline, that breaks a rule for which it would be.</param>
/// <param name="BrokenRules">Times that a layout breaks a rule: a text too small, an overlap, an edge of the safe area.</param>
/// <param name="Overlapping">Share of layouts in which texts touch one another or the logo.</param>
internal sealed record Column(
    [property: JsonPropertyName("layouts")] int Layouts,
    [property: JsonPropertyName("refused")] double Refused,
    [property: JsonPropertyName("broken_rules")] double BrokenRules,
    [property: JsonPropertyName("overlapping")] double Overlapping,
    [property: JsonPropertyName("overlay")] Both Overlay,
    [property: JsonPropertyName("non_alignment")] Both NonAlignment,
    [property: JsonPropertyName("hero_hidden")] double HeroHidden,
    [property: JsonPropertyName("occlusion")] Both Occlusion,
    [property: JsonPropertyName("text_on_hero")] double TextOnHero,
    [property: JsonPropertyName("unreadability")] Both Unreadability,
    [property: JsonPropertyName("dropped_roles")] double DroppedRoles,
    [property: JsonPropertyName("used")] double Used,
    [property: JsonPropertyName("headline")] double Headline,
    [property: JsonPropertyName("hero")] double Hero,
    [property: JsonPropertyName("score")] double Score)
{
    /// <param name="all">Null for a layout that was refused.</param>
    /// <param name="delivered">True where a refusal is a missing layout, false where it is a broken rule.</param>
    public static Column? Of(IReadOnlyCollection<LayoutFigures?> all, bool delivered)
    {
        LayoutFigures[] drawn = [.. all.OfType<LayoutFigures>()];
        if (drawn.Length == 0)
        {
            return null;
        }

        double Mean(Func<LayoutFigures, double> of) => Round(drawn.Average(of));
        MeasuredLayout[] measured = [.. drawn.Select(d => d.Measured)], solid = [.. drawn.Select(d => d.Solid)];
        return new Column(
            all.Count,
            Round(delivered ? 1 - ((double)drawn.Length / all.Count) : (all.Count - drawn.Count(d => d.Broken == 0)) / (double)all.Count),
            Mean(d => d.Broken),
            Mean(d => d.Overlaps ? 1 : 0),
            new Both(Round(PosterMetrics.Overlay(solid, MetricMode.Published)), Round(PosterMetrics.Overlay(solid, MetricMode.Corrected))),
            new Both(Round(PosterMetrics.NonAlignment(measured, MetricMode.Published)), Round(PosterMetrics.NonAlignment(measured, MetricMode.Corrected))),
            Mean(d => d.HeroHidden),
            new Both(Mean(d => d.OcclusionPublished), Mean(d => d.OcclusionCorrected)),
            Mean(d => d.TextOnHero),
            new Both(Mean(d => d.UnreadabilityPublished), Mean(d => d.UnreadabilityCorrected)),
            Mean(d => d.Dropped),
            Mean(d => d.Used),
            Mean(d => d.Headline),
            Mean(d => d.HeroSize),
            Mean(d => d.Score));
    }

    private static double Round(double value) => Math.Round(value, 5);
}

/// <summary>A metric in the two forms of the papers.</summary>
internal sealed record Both([property: JsonPropertyName("published")] double Published, [property: JsonPropertyName("corrected")] double Corrected);

/// <summary>One way of laying out beside two ways to do without it.</summary>
/// <param name="Moved">How far the repair moves the model's proposals on average; see <see cref="RepairDistance"/>.</param>
internal sealed record Columns(
    [property: JsonPropertyName("ours")] Column? Ours,
    [property: JsonPropertyName("template")] Column? Template,
    [property: JsonPropertyName("model")] Column? Model,
    [property: JsonPropertyName("moved")] double? Moved);

/// <summary>The last line of <c>bench layouts</c>.</summary>
internal sealed record LayoutsReport(
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("briefs")] int Briefs,
    [property: JsonPropertyName("placements")] int Placements,
    [property: JsonPropertyName("variants")] int Variants,
    [property: JsonPropertyName("all")] Columns All,
    [property: JsonPropertyName("families")] IReadOnlyDictionary<string, Columns> Families,
    [property: JsonPropertyName("refused_by_brief")] IReadOnlyDictionary<string, IReadOnlyList<string>> RefusedByBrief);

[JsonSerializable(typeof(LayoutsReport))]
internal sealed partial class LayoutsJson : JsonSerializerContext;
