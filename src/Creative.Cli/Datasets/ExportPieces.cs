using System.Buffers;
using Creative.Contract.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Cli.Datasets;

/// <summary>An <see cref="ExportDatasetChunk"/> whose data lies in memory that the next piece of the same call takes over.</summary>
internal sealed record ExportPiece(string Path, long Offset, ReadOnlyMemory<byte> Data, bool Last);

/// <summary>
/// The pieces of an export, one after the other in the same memory. The generated message would copy each into an array of its own, on
/// the heap of large objects: a fifth of the client's processor time went into making and collecting those.
/// </summary>
internal sealed class ExportPieces
{
    private readonly Method<ExportDatasetRequest, ExportPiece> _method;
    private byte[] _memory = [];

    public ExportPieces() => _method = new(
        MethodType.ServerStreaming,
        DatasetService.Descriptor.FullName,
        nameof(DatasetService.DatasetServiceClient.ExportDataset),
        Marshallers.Create(request => request.ToByteArray(), ExportDatasetRequest.Parser.ParseFrom),
        Marshallers.Create<ExportPiece>((_, _) => throw new NotSupportedException("Pieces are only received."), context => Read(context.PayloadAsReadOnlySequence())));

    /// <summary>Starts the export. A piece is valid until the next one is asked for.</summary>
    public AsyncServerStreamingCall<ExportPiece> Start(CallInvoker calls, ExportDatasetRequest request, CancellationToken cancellation) =>
        calls.AsyncServerStreamingCall(_method, host: null, new CallOptions(cancellationToken: cancellation), request);

    /// <summary>Reads an <see cref="ExportDatasetChunk"/>.</summary>
    /// <exception cref="InvalidProtocolBufferException">It is none.</exception>
    /// <exception cref="InvalidDataException">It is cut short.</exception>
    public ExportPiece Read(ReadOnlySequence<byte> message)
    {
        var length = checked((int)message.Length);
        if (_memory.Length < length)
        {
            _memory = new byte[length];
        }

        message.CopyTo(_memory);
        var piece = new ExportPiece("", 0, default, Last: false);
        var input = new CodedInputStream(_memory, 0, length);
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
                    piece = piece with { Data = Data(ref input, length) };
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

    /// <summary>Where the data lies; <paramref name="input"/> goes on behind it.</summary>
    private ReadOnlyMemory<byte> Data(ref CodedInputStream input, int length)
    {
        var count = input.ReadLength();
        var start = (int)input.Position;
        if (count > length - start)
        {
            throw new InvalidDataException("A piece of the export is cut short.");
        }

        input = new CodedInputStream(_memory, start + count, length - start - count);
        return _memory.AsMemory(start, count);
    }
}
