using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Imaging;
using Creative.Core.Placements;
using Creative.Server.Assets;

namespace Creative.Server.Hosting;

/// <summary>The validators, over the catalogues and rules of this process.</summary>
internal static class RulesInForce
{
    public static RuleVersions Versions => new(
        Layout: "",
        Compliance: CopyRules.Default.Version,
        Placements: PlacementCatalog.Default.Version);

    private static IReadOnlyCollection<string> Styles => [];

    public static BriefValidator BriefValidator(IServiceProvider services) =>
        new(services.GetRequiredService<PlacementCatalog>(), services.GetRequiredService<CopyRules>(), services.GetRequiredService<IFontCatalog>(), Styles);

    public static BrandValidator BrandValidator(IServiceProvider services) =>
        new(services.GetRequiredService<IFontCatalog>(), Styles, WorkshopRegistration.ElementClasses(services, services.GetRequiredService<ServerOptions>()));
}
