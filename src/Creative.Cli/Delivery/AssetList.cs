using Creative.Contract.V1;

namespace Creative.Cli.Delivery;

/// <summary>Lists of assets, all their pages.</summary>
internal static class AssetList
{
    private const int PageSize = 200;

    /// <param name="request">Its filters; its page is turned here.</param>
    /// <param name="limit">At most so many, newest first.</param>
    /// <returns>With a page token when there are more.</returns>
    public static async Task<ListAssetsResponse> ReadAsync(AssetService.AssetServiceClient assets, ListAssetsRequest request, int limit, CancellationToken cancellation)
    {
        var found = new ListAssetsResponse();
        do
        {
            request.PageSize = Math.Min(PageSize, limit - found.Assets.Count);
            request.PageToken = found.NextPageToken;
            var page = await assets.ListAssetsAsync(request, cancellationToken: cancellation);
            found.Assets.AddRange(page.Assets);
            found.NextPageToken = page.NextPageToken;
        }
        while (found.NextPageToken.Length > 0 && found.Assets.Count < limit);

        return found;
    }
}

/// <summary>A layered document that was written.</summary>
internal sealed record SavedSource(string AssetId, string Path);
