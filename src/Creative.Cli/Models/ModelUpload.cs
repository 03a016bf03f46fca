using Creative.Contract.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Cli.Models;

/// <summary>Sends a model folder, piece by piece.</summary>
internal static class ModelUpload
{
    private const int PieceLength = 512 * 1024;

    /// <exception cref="RpcException">It was refused; nothing of it is kept.</exception>
    public static async Task<ModelVersion> SendAsync(ModelService.ModelServiceClient models, ModelFolder folder, CancellationToken cancellation)
    {
        using var call = models.RegisterModel(cancellationToken: cancellation);
        try
        {
            await call.RequestStream.WriteAsync(new RegisterModelRequest { Header = folder.Header }, cancellation);
            foreach (var file in folder.Files)
            {
                await call.RequestStream.WriteAsync(new RegisterModelRequest { File = file }, cancellation);
                await SendAsync(call.RequestStream, folder.PathOf(file), cancellation);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (Exception broken) when (broken is RpcException or InvalidOperationException && !cancellation.IsCancellationRequested)
        {
            // The server has ended the call before the end; its answer says why.
            await call.ResponseAsync;
            throw;
        }

        return await call.ResponseAsync;
    }

    private static async Task SendAsync(IClientStreamWriter<RegisterModelRequest> stream, string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var piece = new byte[PieceLength];
        while (await file.ReadAtLeastAsync(piece, PieceLength, throwOnEndOfStream: false, cancellation) is > 0 and var length)
        {
            await stream.WriteAsync(new RegisterModelRequest { Data = UnsafeByteOperations.UnsafeWrap(piece.AsMemory(0, length)) }, cancellation);
        }
    }
}
