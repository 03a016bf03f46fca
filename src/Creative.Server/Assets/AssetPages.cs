using Creative.Contract.V1;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Assets;

/// <summary>Lists of assets, page by page. A page token is a place in the order, so assets that come later move nothing.</summary>
public sealed class AssetPages(AssetStore assets)
{
    private const int DefaultSize = 50;
    private const int LargestSize = 500;

    /// <exception cref="RpcException">INVALID_ARGUMENT for a page size out of range, or a token of another list.</exception>
    public async Task<ListAssetsResponse> ListAsync(ListAssetsRequest request, CancellationToken cancellation)
    {
        var size = PageToken.Size(request.PageSize, DefaultSize, LargestSize);
        string[] filters = [request.Campaign, request.Brand, request.Placement, request.RenderId];
        var filter = new AssetFilter(request.Campaign, request.Brand, request.Placement, request.RenderId);
        var rows = await assets.ListAsync(filter, PageToken.PlaceOf(request.PageToken, filters), size + 1, cancellation);
        return new ListAssetsResponse
        {
            Assets = { rows.Take(size).Select(row => Asset.Parser.ParseFrom(row.Record)) },
            NextPageToken = rows.Count > size ? PageToken.Of(rows[size - 1].Ordinal, filters) : "",
        };
    }
}
