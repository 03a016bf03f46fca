using Creative.Contract.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace Creative.Server.Tests.Hosting;

/// <summary>What tests do with calls.</summary>
public static class Calls
{
    public static async Task<List<RenderEvent>> AllAsync(this AsyncServerStreamingCall<RenderEvent> call)
    {
        var events = new List<RenderEvent>();
        await foreach (var one in call.ResponseStream.ReadAllAsync())
        {
            events.Add(one);
        }

        return events;
    }

    /// <summary>Reads until an event of a kind has come.</summary>
    public static async Task<RenderEvent> UntilAsync(this AsyncServerStreamingCall<RenderEvent> call, Func<RenderEvent, bool> wanted)
    {
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (wanted(call.ResponseStream.Current))
            {
                return call.ResponseStream.Current;
            }
        }

        throw new InvalidOperationException("The stream ended before that.");
    }

    public static async Task<byte[]> DownloadAsync(this AssetService.AssetServiceClient assets, string id)
    {
        using var file = new MemoryStream();
        using var call = assets.DownloadAsset(new DownloadAssetRequest { Id = id });
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            Assert.InRange(chunk.Data.Length, 1, 64 * 1024);
            chunk.Data.WriteTo(file);
        }

        return file.ToArray();
    }

    /// <summary>The details of an error, from its trailer.</summary>
    public static RpcStatus Details(this RpcException error) =>
        RpcStatus.Parser.ParseFrom(error.Trailers.GetValueBytes("grpc-status-details-bin") ?? throw new InvalidOperationException($"{error.Status} has no details."));

    public static T Detail<T>(this RpcException error)
        where T : IMessage, new() => error.Details().Details.Single(detail => detail.Is(new T().Descriptor)).Unpack<T>();

    /// <summary>The fields that an INVALID_ARGUMENT names.</summary>
    public static async Task<string[]> RefusedFieldsAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        var violations = error.Detail<BadRequest>().FieldViolations;
        Assert.All(violations, violation => Assert.NotEmpty(violation.Description));
        return [.. violations.Select(violation => violation.Field)];
    }
}
