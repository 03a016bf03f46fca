using System.Globalization;
using Creative.Core.Statistics;

namespace Creative.Core.Datasets.Gates;

/// <summary>
/// Leaves out raters who surely pass too few gold items: those whose one-sided 95 % upper bound (Wilson) is below the limit, so
/// that a few slips of a new rater are not held against them.
/// </summary>
internal static class GoldGate
{
    public static GateOutcome Run(GateMaterial material, GateContext context)
    {
        var limit = context.Settings.MinGoldPassRate;
        if (limit <= 0)
        {
            return new GateOutcome(material, [], Objects: false);
        }

        var failing = context.Gold
            .SelectMany(item => item.Judgements)
            .Where(answer => answer.Passed is not null)
            .GroupBy(answer => answer.Rater)
            .Select(answers => (Rater: answers.Key, Passed: answers.Count(answer => answer.Passed == true), Asked: answers.Count()))
            .Where(rater => WilsonInterval.UpperBound(rater.Passed, rater.Asked) < limit)
            .OrderBy(rater => rater.Rater, StringComparer.Ordinal)
            .ToArray();
        var left = failing.Select(rater => rater.Rater).ToHashSet(StringComparer.Ordinal);
        var items = left.Count == 0
            ? material.Items
            : [.. material.Items.Select(item => item with { Events = [.. item.Events.Where(one => !left.Contains(one.Rater))] }).Where(item => item.Judgements.Any())];
        return new GateOutcome(
            material with { Items = items },
            [.. failing.Select(rater => string.Create(CultureInfo.InvariantCulture, $"rater {rater.Rater}: {rater.Passed} of {rater.Asked} gold items passed, surely less than {limit:0.00}"))],
            Objects: left.Count > 0);
    }
}
