using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Placements;
using Creative.Server.Assets;

namespace Creative.Server.Hosting;

/// <summary>The validators, over the catalogues and rules of this process.</summary>
internal static class RulesInForce
{
    public static RuleVersions Versions => new(
        Layout: LayoutRules.Version,
        Compliance: CopyRules.Default.Version,
        Placements: PlacementCatalog.Default.Version);

    private static IReadOnlyCollection<string> Styles { get; } = [.. StyleTable.All.Select(style => style.Id)];

    public static BriefValidator BriefValidator(IServiceProvider services) =>
        new(services.GetRequiredService<PlacementCatalog>(), services.GetRequiredService<CopyRules>(), services.GetRequiredService<IFontCatalog>(), Styles);

    public static BrandValidator BrandValidator(IServiceProvider services) =>
        new(
            services.GetRequiredService<IFontCatalog>(),
            Styles,
            WorkshopRegistration.Elements(services, services.GetRequiredService<ServerOptions>()),
            WorkshopRegistration.Looks(services, services.GetRequiredService<ServerOptions>()));
}
