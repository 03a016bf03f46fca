using System.Buffers;
using System.Security.Cryptography;
using Creative.Core.Datasets.Export.Files;
using Creative.Server.Datasets.Export;

namespace Creative.Server.Tests.Datasets;

public sealed class ExportPipeTests
{
    private const int Piece = ExportPipe.PieceLength;

    private readonly SlowReceiver _receiver = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece)]
    [InlineData((3 * Piece) + 5)]
    public async Task Sends_what_was_written_and_hashes_it(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);

        var (sent, sha256) = await SendAsync(content, 0);

        Assert.Equal(("a/b", 0L), (sent.Path, sent.From));
        Assert.Equal(content, sent.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), sha256);
        Assert.All(_receiver.Pieces, piece => Assert.InRange(piece, 0, Piece));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData((2 * Piece) + 77)]
    public async Task Leaves_out_what_was_sent_before_and_hashes_it_all_the_same(int from)
    {
        var content = RandomNumberGenerator.GetBytes((2 * Piece) + 77);

        var (sent, sha256) = await SendAsync(content, from);

        Assert.Equal(from, sent.From);
        Assert.Equal(content[from..], sent.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), sha256);
    }

    [Fact]
    public async Task Sends_nothing_of_a_file_that_was_sent_before()
    {
        var content = RandomNumberGenerator.GetBytes(2 * Piece);
        await using var pipe = new ExportPipe("a/b", from: null, known: null, _receiver, CancellationToken.None);

        await pipe.WriteAsync(content);

        Assert.Equal(new ManifestEntry("a/b", content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), await pipe.EndAsync());
        Assert.Empty(_receiver.Files);
    }

    [Fact]
    public async Task Takes_much_at_once_without_a_flush()
    {
        var content = RandomNumberGenerator.GetBytes(5 * Piece);
        await using var pipe = new ExportPipe("a/b", from: 0, known: "known before", _receiver, CancellationToken.None);

        pipe.Write(content);
        pipe.GetSpan(Piece)[0] = 7;
        pipe.Advance(1);

        Assert.Equal("known before", (await pipe.EndAsync()).Sha256);
        Assert.Equal([.. content, 7], _receiver.Files.Single().Bytes);
        Assert.Throws<ArgumentOutOfRangeException>(() => pipe.GetMemory(Piece + 1));
    }

    /// <summary>Writes in parts of all lengths, by all ways that there are.</summary>
    private async Task<((string Path, long From, byte[] Bytes) Sent, string Sha256)> SendAsync(byte[] content, long from)
    {
        await using var pipe = new ExportPipe("a/b", from, known: null, _receiver, CancellationToken.None);
        for (var (at, part) = (0, 1); at < content.Length; part = ((part * 3) + 1) % 100_003)
        {
            var next = content.AsMemory(at, Math.Min(part, content.Length - at));
            at += next.Length;
            if (part % 2 == 0)
            {
                await pipe.WriteAsync(next);
                continue;
            }

            next.Span.CopyTo(pipe.GetSpan(next.Length));
            pipe.Advance(next.Length);
            await pipe.FlushAsync();
        }

        Assert.Equal(content.Length, pipe.Length);
        var entry = await pipe.EndAsync();
        return (_receiver.Files.Single(), entry.Sha256);
    }
}
