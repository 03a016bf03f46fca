using Creative.Contract.V1;

namespace Creative.Cli.Delivery.Export;

/// <summary>Which assets of a campaign go into an archive, and where: a folder for each placement.</summary>
/// <param name="Entries">By path.</param>
/// <param name="LeftOut">How many older assets newer ones stand for.</param>
internal sealed record ExportPlan(IReadOnlyList<(Asset Asset, ExportedFile File)> Entries, int LeftOut)
{
    /// <param name="assets">Newest first, as the server lists them.</param>
    /// <param name="withSources">True: each file gets its layered SVG beside it.</param>
    public static ExportPlan Of(IReadOnlyList<Asset> assets, bool withSources)
    {
        var newest = assets.DistinctBy(asset => (asset.Brand, asset.Placement, asset.Variant, asset.Format)).ToList();
        var severalBrands = newest.Select(asset => asset.Brand).Distinct().Count() > 1;
        var entries = newest
            .Select(asset => (Asset: asset, Stem: Stem(asset, severalBrands)))
            .Select(entry => (
                entry.Asset,
                File: ExportedFile.Of(
                    entry.Asset, $"{entry.Stem}.{Download.Extension(entry.Asset.Format)}", withSources ? $"{entry.Stem}.{Download.Extension(entry.Asset.Format)}.svg" : "")))
            .OrderBy(entry => entry.File.File, StringComparer.Ordinal)
            .ToList();
        return new ExportPlan(entries, assets.Count - newest.Count);
    }

    private static string Stem(Asset asset, bool severalBrands)
    {
        var folder = Slug.Of(asset.Placement, "placement");
        return severalBrands ? $"{Slug.Of(asset.Brand, "brand")}/{folder}/v{asset.Variant + 1}" : $"{folder}/v{asset.Variant + 1}";
    }
}
