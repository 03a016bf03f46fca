using Creative.Contract.V1;

namespace Creative.Cli.Delivery.Export;

/// <summary>What an archive holds, for machines.</summary>
/// <param name="ContactSheets">Pictures of all files, in the order of <paramref name="Files"/>.</param>
/// <param name="LeftOut">Older assets of the same brand, placement, variant and format, which newer ones stand for.</param>
/// <param name="Fonts">What the words of the layered SVGs are set in.</param>
internal sealed record ExportIndex(
    string Campaign, IReadOnlyList<string> ContactSheets, IReadOnlyList<ExportedFile> Files, int LeftOut, IReadOnlyList<ExportedFont> Fonts);

/// <summary>One file of an archive.</summary>
/// <param name="File">Path in the archive, with forward slashes.</param>
/// <param name="Source">Path of its layered SVG; empty: not asked for.</param>
/// <param name="Variant">From 1.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="DroppedRoles">Copy roles that had no room, separated by spaces.</param>
internal sealed record ExportedFile(
    string File,
    string Source,
    string AssetId,
    string Brand,
    string BrandVersion,
    string Placement,
    int Variant,
    int Width,
    int Height,
    string Format,
    long Bytes,
    string Sha256,
    string Style,
    string DroppedRoles)
{
    public static ExportedFile Of(Asset asset, string file, string source) => new(
        file,
        source,
        asset.Id,
        asset.Brand,
        asset.Provenance?.BrandVersion ?? "",
        asset.Placement,
        asset.Variant + 1,
        asset.Width,
        asset.Height,
        Download.Extension(asset.Format),
        asset.ByteSize,
        asset.Sha256,
        asset.Provenance?.Style ?? "",
        string.Join(' ', asset.Report?.DroppedRoles ?? []));
}
