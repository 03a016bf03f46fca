using Creative.Contract.V1;
using Creative.Labeling.Server;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Labeling.Api;

/// <summary>Images of items and assets, passed on in pieces as they come. Their ids stand for their content, so browsers may keep them.</summary>
internal static class ImageEndpoints
{
    private const string Keep = "private, max-age=86400, immutable";

    public static async Task ItemAsync(string id, HttpContext context, LabelingService.LabelingServiceClient client, RaterCall rater)
    {
        using var call = client.DownloadItem(new DownloadItemRequest { ItemId = id }, rater.Options);
        await PassOnAsync(context, "image/png", call.ResponseStream, chunk => chunk.Data);
    }

    public static async Task AssetAsync(string id, HttpContext context, AssetService.AssetServiceClient client, RaterCall rater)
    {
        var asset = await client.GetAssetAsync(new GetAssetRequest { Id = id }, rater.Options);
        using var call = client.DownloadAsset(new DownloadAssetRequest { Id = id }, rater.Options);
        await PassOnAsync(context, TypeOf(asset.Format), call.ResponseStream, chunk => chunk.Data);
    }

    // The headers go out with the first piece: what fails before it is still an answer with a status.
    private static async Task PassOnAsync<T>(HttpContext context, string type, IAsyncStreamReader<T> chunks, Func<T, ByteString> bytes)
    {
        while (await chunks.MoveNext(context.RequestAborted))
        {
            if (!context.Response.HasStarted)
            {
                context.Response.ContentType = type;
                context.Response.Headers.CacheControl = Keep;
            }

            await context.Response.Body.WriteAsync(bytes(chunks.Current).Memory, context.RequestAborted);
        }
    }

    private static string TypeOf(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.Png => "image/png",
        ImageFormat.Webp => "image/webp",
        ImageFormat.Avif => "image/avif",
        _ => throw new BadHttpRequestException("This asset is no image.", StatusCodes.Status415UnsupportedMediaType),
    };
}
