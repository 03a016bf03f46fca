using Creative.Contract.V1;

namespace Creative.Server.Assets;

/// <summary>Versions of the rules and data that decide how a picture comes out, as they are in this process.</summary>
public sealed record RuleVersions(string Layout, string Compliance, string Placements)
{
    /// <summary>Those that are no longer as they were.</summary>
    public IEnumerable<(string Name, string Then, string Now)> DifferingFrom(Provenance made) =>
        new[]
        {
            (Name: "layout rules", Then: made.LayoutRulesVersion, Now: Layout),
            (Name: "copy rules", Then: made.ComplianceRulesVersion, Now: Compliance),
            (Name: "placements", Then: made.PlacementsVersion, Now: Placements),
        }.Where(rule => rule.Then != rule.Now);
}
