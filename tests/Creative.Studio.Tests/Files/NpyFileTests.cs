using System.Text;
using Creative.Studio.Files;
using Xunit;

namespace Creative.Studio.Tests.Files;

public sealed class NpyFileTests
{
    [Fact]
    public void The_header_is_the_one_that_numpy_writes()
    {
        // numpy.save of numpy.zeros((2, 3), numpy.uint8)
        var expected = Encoding.Latin1.GetBytes("\u0093NUMPY\u0001\0v\0{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }").ToArray();
        using var stream = new MemoryStream();
        NpyFile.WriteHeader(stream, 2, 3);

        Assert.Equal(128, stream.Length);
        Assert.Equal(expected, stream.ToArray()[..expected.Length]);
        Assert.Equal((byte)'\n', stream.ToArray()[^1]);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        using var stream = new MemoryStream();
        NpyFile.WriteHeader(stream, 2, 3, 1);
        stream.Write([1, 2, 3, 4, 5, 6]);
        stream.Position = 0;
        var (shape, bytes) = NpyFile.Read(stream);

        Assert.Equal([2, 3, 1], shape);
        Assert.Equal<byte>([1, 2, 3, 4, 5, 6], bytes);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(130)]
    public void A_file_that_ends_early_is_refused(int length)
    {
        using var stream = new MemoryStream();
        NpyFile.WriteHeader(stream, 2, 3);
        stream.Write([1, 2, 3, 4, 5, 6]);
        using var cut = new MemoryStream(stream.ToArray()[..length]);

        Assert.Throws<InvalidDataException>(() => NpyFile.Read(cut));
    }

    [Fact]
    public void Another_file_is_refused() =>
        Assert.Throws<InvalidDataException>(() => NpyFile.Read(new MemoryStream(Encoding.ASCII.GetBytes("{ \"not\": \"an array\" }"))));
}
