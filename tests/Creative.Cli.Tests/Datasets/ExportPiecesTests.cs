using System.Buffers;
using Creative.Cli.Datasets;
using Creative.Contract.V1;
using Google.Protobuf;

namespace Creative.Cli.Tests.Datasets;

public sealed class ExportPiecesTests
{
    public static TheoryData<string, long, int, bool> Chunks => new()
    {
        { "webdataset/train-000000.tar", 0, 70_000, false },
        { "webdataset/train-000000.tar", 1L << 40, 1, true },
        { "图/ä.txt", 0, 0, true },
        { "", 0, 0, false },
    };

    [Theory]
    [MemberData(nameof(Chunks))]
    public void Are_what_the_generated_message_says(string path, long offset, int length, bool last)
    {
        var chunk = new ExportDatasetChunk { Path = path, Offset = offset, Data = ByteString.CopyFrom([.. Enumerable.Range(0, length).Select(n => (byte)(n * 7))]), Last = last };

        var piece = ExportPieces.Read(new ReadOnlySequence<byte>(chunk.ToByteArray()));

        Assert.Equal((path, offset, last), (piece.Path, piece.Offset, piece.Last));
        Assert.Equal(chunk.Data.ToByteArray(), piece.Data.ToArray());
    }

    [Fact]
    public void Pass_over_fields_of_a_newer_server()
    {
        using var message = new MemoryStream();
        new ExportDatasetChunk { Path = "a", Data = ByteString.CopyFromUtf8("bytes") }.WriteTo(message);
        using (var more = new CodedOutputStream(message, leaveOpen: true))
        {
            more.WriteTag(99, WireFormat.WireType.LengthDelimited);
            more.WriteString("new");
            more.WriteTag(ExportDatasetChunk.LastFieldNumber, WireFormat.WireType.Varint);
            more.WriteBool(true);
        }

        var piece = ExportPieces.Read(new ReadOnlySequence<byte>(message.ToArray()));

        Assert.Equal(("a", "bytes", true), (piece.Path, System.Text.Encoding.UTF8.GetString(piece.Data.Span), piece.Last));
    }

    [Fact]
    public void Lie_where_they_were_received()
    {
        byte[] received = [0, 0, 0, .. new ExportDatasetChunk { Path = "a", Data = ByteString.CopyFromUtf8("first"), Last = true }.ToByteArray(), 255];

        var piece = ExportPieces.Read(new ReadOnlySequence<byte>(received, 3, received.Length - 4));
        received.AsSpan().Fill((byte)'x');

        Assert.Equal(("a", "xxxxx", true), (piece.Path, System.Text.Encoding.UTF8.GetString(piece.Data.Span), piece.Last));
    }

    [Fact]
    public void May_come_in_parts()
    {
        var message = new ExportDatasetChunk { Path = "a", Offset = 7, Data = ByteString.CopyFromUtf8("bytes"), Last = true }.ToByteArray();

        var piece = ExportPieces.Read(Parts.Of(message[..6], message[6..]));

        Assert.Equal(("a", 7, "bytes", true), (piece.Path, piece.Offset, System.Text.Encoding.UTF8.GetString(piece.Data.Span), piece.Last));
    }

    [Fact]
    public void Refuse_one_that_is_cut_short()
    {
        var whole = new ExportDatasetChunk { Path = "a", Data = ByteString.CopyFromUtf8("bytes") }.ToByteArray();

        Assert.Throws<InvalidDataException>(() => ExportPieces.Read(new ReadOnlySequence<byte>(whole[..^2])));
        Assert.Throws<InvalidProtocolBufferException>(() => ExportPieces.Read(new ReadOnlySequence<byte>(whole[..2])));
    }

    private sealed class Parts : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Of(byte[] first, byte[] second)
        {
            var end = new Parts { Memory = second, RunningIndex = first.Length };
            return new ReadOnlySequence<byte>(new Parts { Memory = first, Next = end }, 0, end, second.Length);
        }
    }
}
