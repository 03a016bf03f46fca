using System.Buffers.Binary;
using System.IO.Compression;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Imaging;

public sealed class GreyPngTests
{
    [Fact]
    public void Holds_its_values_line_by_line()
    {
        byte[] values = [.. Enumerable.Range(0, 3 * 5).Select(n => (byte)(n * 17))];

        var file = GreyPng.Write(3, 5, values);

        Assert.Equal((3, 5), (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20))));
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33));
        using var content = new ZLibStream(new MemoryStream(file, 41, length), CompressionMode.Decompress);
        using var lines = new MemoryStream();
        content.CopyTo(lines);
        Assert.Equal(values, lines.ToArray().Chunk(4).SelectMany(line => line[1..]));
        Assert.All(lines.ToArray().Chunk(4), line => Assert.Equal(0, line[0]));
    }

    [Theory]
    [InlineData(3, 5, 14)]
    [InlineData(0, 5, 0)]
    [InlineData(-3, -5, 15)]
    public void Refuses_other_numbers_of_values(int width, int height, int count) => Assert.Throws<ArgumentException>(() => GreyPng.Write(width, height, new byte[count]));
}
