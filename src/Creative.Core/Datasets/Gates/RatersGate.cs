namespace Creative.Core.Datasets.Gates;

/// <summary>Leaves out items that too few raters have judged.</summary>
internal static class RatersGate
{
    public static GateOutcome Run(GateMaterial material, GateContext context)
    {
        var least = context.Settings.MinRaters;
        var kept = material.Items.Where(item => item.Judgements.Count() >= least).ToArray();
        var few = material.Items.Length - kept.Length;
        return new GateOutcome(
            material with { Items = [.. kept] },
            few == 0 ? [] : [$"{few} items with fewer than {least} judgements"],
            Objects: few > 0);
    }
}
