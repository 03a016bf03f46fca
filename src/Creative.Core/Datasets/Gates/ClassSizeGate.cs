namespace Creative.Core.Datasets.Gates;

/// <summary>Leaves out classes with too few items to learn anything from.</summary>
internal static class ClassSizeGate
{
    public static GateOutcome Run(GateMaterial material, GateContext context)
    {
        var least = context.Settings.MinItemsPerClass;
        var small = material.Items
            .GroupBy(item => item.Source.ElementClass)
            .Where(kind => kind.Count() < least)
            .ToDictionary(kind => kind.Key, kind => kind.Count(), StringComparer.Ordinal);
        return new GateOutcome(
            material with { Items = [.. material.Items.Where(item => !small.ContainsKey(item.Source.ElementClass))] },
            [.. small.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"class {kind.Key}: {kind.Value} items, fewer than {least}")],
            Objects: small.Count > 0);
    }
}
