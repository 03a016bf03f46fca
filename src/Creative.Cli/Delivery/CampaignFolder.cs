using System.Text.Json;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Delivery;

/// <summary>Where the files of one campaign go: OUT/campaign-slug/v1/placement.jpg, with index.json beside the variants.</summary>
internal sealed class CampaignFolder(string output, string campaign)
{
    public string Folder { get; } = Path.Combine(Path.GetFullPath(output), Slug.Of(campaign, "campaign"));

    /// <summary>The path of an asset's file, relative to <see cref="Folder"/>.</summary>
    public static string NameOf(Asset asset) =>
        Path.Combine($"v{asset.Variant + 1}", $"{Slug.Of(asset.Placement, "placement")}.{Download.Extension(asset.Format)}");

    public async Task<SavedFile> SaveAsync(AssetService.AssetServiceClient assets, Asset asset, CancellationToken cancellation)
    {
        var name = NameOf(asset);
        await Download.SaveAsync(assets, asset, Path.Combine(Folder, name), cancellation);
        return SavedFile.Of(asset, name);
    }

    public Task SavePreviewAsync(RenderProgress progress, CancellationToken cancellation) => AtomicFile.WriteAsync(
        Path.Combine(Folder, "previews", $"v{progress.Variant + 1}-step-{progress.Step:000}.png"), progress.PreviewPng.Memory, cancellation);

    public Task SaveIndexAsync(RenderIndex index, CancellationToken cancellation) => AtomicFile.WriteAsync(
        Path.Combine(Folder, "index.json"), JsonSerializer.SerializeToUtf8Bytes(index, Json.Indented.RenderIndex), cancellation);
}
