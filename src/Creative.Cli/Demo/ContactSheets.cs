using Creative.Cli.Delivery;
using Creative.Contract.V1;

namespace Creative.Cli.Demo;

/// <summary>Pictures of many pictures, drawn by the server.</summary>
internal static class ContactSheets
{
    public static Task SaveAsync(
        AssetService.AssetServiceClient assets, DrawContactSheetRequest request, string path, CancellationToken cancellation) =>
        Download.SaveAsync(assets.DrawContactSheet(request, cancellationToken: cancellation), path, cancellation);

    /// <summary>Of one campaign: variant by variant.</summary>
    public static DrawContactSheetRequest Of(RenderIndex index) => new()
    {
        Title = index.Campaign,
        AssetIds = { index.Files.OrderBy(file => file.Variant).Select(file => file.AssetId) },
    };

    /// <summary>Of all campaigns: a few shapes of each, so that the page stays readable.</summary>
    public static DrawContactSheetRequest Of(IReadOnlyList<RenderIndex> campaigns)
    {
        const int perVariant = 5;
        // Smaller ones show nothing at the size of a thumbnail.
        const int shortest = 200;
        return new DrawContactSheetRequest
        {
            RowHeight = 260,
            AssetIds =
            {
                campaigns.SelectMany(campaign => campaign.Files
                    .Where(file => Math.Min(file.Width, file.Height) >= shortest)
                    .GroupBy(file => file.Variant)
                    .SelectMany(variant => Spread(variant.OrderBy(file => (double)file.Width / file.Height).ToList(), perVariant))
                    .Select(file => file.AssetId)),
            },
        };
    }

    /// <summary>About <paramref name="count"/> files evenly over the shapes, from tall to wide.</summary>
    private static IEnumerable<SavedFile> Spread(List<SavedFile> files, int count) =>
        files.Where((_, i) => files.Count <= count || i * count / files.Count != (i - 1) * count / files.Count || i == 0);
}
