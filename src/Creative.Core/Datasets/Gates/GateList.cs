using System.Collections.Immutable;

namespace Creative.Core.Datasets.Gates;

/// <summary>The gates, in the order in which material goes through them.</summary>
public static class GateList
{
    private static readonly ImmutableArray<(string Name, Func<GateMaterial, GateContext, GateOutcome> Run)> Gates =
    [
        ("gold", GoldGate.Run),
        ("raters", RatersGate.Run),
        ("agreement", AgreementGate.Run),
        ("selection", SelectionGate.Run),
        ("near_duplicates", NearDuplicateGate.Run),
        ("hold_out", HoldOutGate.Run),
        ("items_per_class", ClassSizeGate.Run),
    ];

    /// <value>Those that can be strict: what a query does not select is no fault of the material.</value>
    public static ImmutableArray<string> CanBeStrict { get; } = [.. Gates.Select(gate => gate.Name).Where(name => name != "selection")];

    /// <summary>Through all gates, or up to the first strict one that objects.</summary>
    public static (GateMaterial Material, ImmutableArray<GateReport> Reports) Run(GateMaterial material, GateContext context)
    {
        var reports = ImmutableArray.CreateBuilder<GateReport>(Gates.Length);
        foreach (var (name, run) in Gates)
        {
            var outcome = run(material, context);
            var refused = outcome.Objects && context.Settings.Strict.Contains(name);
            reports.Add(new GateReport(
                name, material.Items.Length, outcome.Material.Items.Length, material.Judgements, outcome.Material.Judgements, outcome.Remarks, refused));
            material = outcome.Material;
            if (refused)
            {
                break;
            }
        }

        return (material, reports.ToImmutable());
    }
}
