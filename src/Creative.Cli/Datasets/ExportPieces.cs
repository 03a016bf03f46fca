using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Creative.Contract.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Cli.Datasets;

/// <summary>An <see cref="ExportDatasetChunk"/> whose data lies where it was received, and only for as long as it is being taken.</summary>
internal readonly record struct ExportPiece(string Path, long Offset, ReadOnlyMemory<byte> Data, bool Last);

/// <summary>
/// The pieces of an export, taken out of the memory that they were received in. The generated message would copy each into an array of its
/// own, on the heap of large objects: a fifth of the client's processor time went into making and collecting those.
/// </summary>
/// <param name="take">Gets one piece after the other. What it throws ends the export.</param>
internal sealed class ExportPieces(Action<ExportPiece> take)
{
    private static readonly Marshaller<ExportDatasetRequest> Requests = Marshallers.Create(request => request.ToByteArray(), ExportDatasetRequest.Parser.ParseFrom);

    /// <summary>Receives all of them.</summary>
    /// <exception cref="InvalidProtocolBufferException">The server sent something else.</exception>
    /// <exception cref="InvalidDataException">A piece is cut short.</exception>
    public async Task ReceiveAsync(CallInvoker calls, ExportDatasetRequest request, CancellationToken cancellation)
    {
        var pieces = Marshallers.Create<Taken>((_, _) => throw new NotSupportedException("Pieces are only received."), context => Take(context.PayloadAsReadOnlySequence()));
        var method = new Method<ExportDatasetRequest, Taken>(
            MethodType.ServerStreaming, DatasetService.Descriptor.FullName, nameof(DatasetService.DatasetServiceClient.ExportDataset), Requests, pieces);
        using var call = calls.AsyncServerStreamingCall(method, host: null, new CallOptions(cancellationToken: cancellation), request);
        await foreach (var taken in call.ResponseStream.ReadAllAsync(cancellation))
        {
            taken.Failure?.Throw();
        }
    }

    /// <summary>Reads an <see cref="ExportDatasetChunk"/>.</summary>
    /// <exception cref="InvalidProtocolBufferException">It is none.</exception>
    /// <exception cref="InvalidDataException">It is cut short.</exception>
    public static ExportPiece Read(ReadOnlySequence<byte> message)
    {
        // What grpc-dotnet hands over is one array; another library's would be copied.
        var bytes = message.IsSingleSegment && MemoryMarshal.TryGetArray(message.First, out var received) ? received : message.ToArray();
        var piece = new ExportPiece("", 0, default, Last: false);
        var input = new CodedInputStream(bytes.Array, bytes.Offset, bytes.Count);
        while (input.ReadTag() is > 0 and var tag)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case ExportDatasetChunk.PathFieldNumber:
                    piece = piece with { Path = input.ReadString() };
                    break;
                case ExportDatasetChunk.OffsetFieldNumber:
                    piece = piece with { Offset = input.ReadInt64() };
                    break;
                case ExportDatasetChunk.DataFieldNumber:
                    var data = Data(bytes, input);
                    var next = data.Offset + data.Count;
                    input = new CodedInputStream(bytes.Array, next, bytes.Offset + bytes.Count - next);
                    piece = piece with { Data = data };
                    break;
                case ExportDatasetChunk.LastFieldNumber:
                    piece = piece with { Last = input.ReadBool() };
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return piece;
    }

    /// <summary>Where the data lies that <paramref name="input"/>, over the array of <paramref name="bytes"/>, has come to.</summary>
    private static ArraySegment<byte> Data(ArraySegment<byte> bytes, CodedInputStream input)
    {
        var count = input.ReadLength();
        var data = bytes[((int)input.Position - bytes.Offset)..];
        return count <= data.Count ? data[..count] : throw new InvalidDataException("A piece of the export is cut short.");
    }

    // What a deserializer throws comes out as a broken call, and nobody would learn that the disk is full.
    private Taken Take(ReadOnlySequence<byte> message)
    {
        try
        {
            take(Read(message));
            return Taken.Well;
        }
        catch (Exception e)
        {
            return new Taken(ExceptionDispatchInfo.Capture(e));
        }
    }

    private sealed record Taken(ExceptionDispatchInfo? Failure)
    {
        public static Taken Well { get; } = new(Failure: null);
    }
}
