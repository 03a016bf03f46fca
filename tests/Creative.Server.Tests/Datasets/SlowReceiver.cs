using System.Buffers;
using Creative.Contract.V1;
using Grpc.Core;

namespace Creative.Server.Tests.Datasets;

/// <summary>Takes the pieces of an export, each only some time after it was sent: whoever fills its memory meanwhile is found out.</summary>
internal sealed class SlowReceiver : IServerStreamWriter<ExportDatasetChunk>
{
    private readonly ArrayBufferWriter<byte> _file = new();

    public WriteOptions? WriteOptions { get; set; }

    public List<(string Path, long From, byte[] Bytes)> Files { get; } = [];

    public List<int> Pieces { get; } = [];

    public async Task WriteAsync(ExportDatasetChunk message)
    {
        await Task.Delay(1);
        if (_file.WrittenCount == 0)
        {
            Files.Add((message.Path, message.Offset, []));
        }

        Assert.Equal(Files[^1].From + _file.WrittenCount, message.Offset);
        _file.Write(message.Data.Span);
        Pieces.Add(message.Data.Length);
        if (message.Last)
        {
            Files[^1] = Files[^1] with { Bytes = _file.WrittenSpan.ToArray() };
            _file.ResetWrittenCount();
        }
    }
}
