using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Creative.Contract.V1;
using Creative.Server.Errors;
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
        if (request.PageSize is < 0 or > LargestSize)
        {
            throw Refusals.BadRequest("page_size", $"is {request.PageSize}; 1 to {LargestSize}, or 0 for {DefaultSize}");
        }

        var filter = new AssetFilter(request.Campaign, request.Brand, request.Placement, request.RenderId);
        var size = request.PageSize == 0 ? DefaultSize : request.PageSize;
        var rows = await assets.ListAsync(filter, PlaceOf(request.PageToken, filter), size + 1, cancellation);
        return new ListAssetsResponse
        {
            Assets = { rows.Take(size).Select(row => Asset.Parser.ParseFrom(row.Record)) },
            NextPageToken = rows.Count > size ? TokenOf(rows[size - 1].Ordinal, filter) : "",
        };
    }

    private static long PlaceOf(string token, AssetFilter filter)
    {
        if (token.Length == 0)
        {
            return long.MaxValue;
        }

        var buffer = new byte[64];
        return Base64Url.IsValid(token)
            && Base64Url.TryDecodeFromChars(token, buffer, out var length)
            && Encoding.ASCII.GetString(buffer, 0, length).Split('.') is [var place, var mark]
            && mark == MarkOf(filter)
            && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
                ? ordinal
                : throw Refusals.BadRequest("page_token", "is not a token of a list with these filters");
    }

    private static string TokenOf(long ordinal, AssetFilter filter) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ordinal}.{MarkOf(filter)}")));

    // Ties a token to its filters: under others it would silently skip assets.
    private static string MarkOf(AssetFilter filter) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', filter.Campaign, filter.Brand, filter.Placement, filter.RenderId))).AsSpan(0, 6));
}
