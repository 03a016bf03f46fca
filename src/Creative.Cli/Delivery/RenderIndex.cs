using Creative.Contract.V1;

namespace Creative.Cli.Delivery;

/// <summary>What a render left in its folder, for machines.</summary>
/// <param name="State">"SUCCEEDED", "FAILED" or "CANCELLED".</param>
/// <param name="ElapsedMs">Of the server's work, in milliseconds.</param>
internal sealed record RenderIndex(
    string Campaign,
    string Brand,
    string RenderId,
    string State,
    long ElapsedMs,
    IReadOnlyList<SavedFile> Files,
    IReadOnlyList<RefusedPlacement> Refused,
    string Error = "");

/// <summary>One file.</summary>
/// <param name="File">Path relative to the folder of the index, with forward slashes.</param>
/// <param name="Variant">From 1, as in the folder's name.</param>
/// <param name="Quality">1 to 100; 0 for lossless.</param>
/// <param name="ChecksPassed">Of <paramref name="Checks"/> in the asset's report.</param>
/// <param name="HardFailures">Hard checks that did not pass: always 0 for a delivered asset.</param>
internal sealed record SavedFile(
    string File,
    string AssetId,
    int Variant,
    string Placement,
    int Width,
    int Height,
    long Bytes,
    string Sha256,
    int Quality,
    string Style,
    int Checks,
    int ChecksPassed,
    int HardFailures)
{
    public static SavedFile Of(Asset asset, string file) => new(
        file.Replace('\\', '/'),
        asset.Id,
        asset.Variant + 1,
        asset.Placement,
        asset.Width,
        asset.Height,
        asset.ByteSize,
        asset.Sha256,
        asset.Report?.EncoderQuality ?? 0,
        asset.Provenance?.Style ?? "",
        asset.Report?.Checks.Count ?? 0,
        asset.Report?.Checks.Count(check => check.Passed) ?? 0,
        asset.Report?.Checks.Count(check => check.Hard && !check.Passed) ?? 0);
}

/// <summary>A placement that got no file, and why.</summary>
internal sealed record RefusedPlacement(int Variant, string Placement, string Rule, string Reason)
{
    public static RefusedPlacement Of(Refusal refusal) => new(refusal.Variant + 1, refusal.Placement, refusal.Rule, refusal.Reason);
}
