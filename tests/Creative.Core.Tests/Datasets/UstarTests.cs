using System.Buffers;
using System.Formats.Tar;
using Creative.Core.Datasets.Export.Files;
using Xunit;

namespace Creative.Core.Tests.Datasets;

public sealed class UstarTests
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [Fact]
    public async Task Has_the_bytes_that_the_class_library_writes()
    {
        (string Name, byte[] Content)[] files =
            [("a.png", [1, 2, 3]), (new string('f', 96) + ".txt", []), ("b.json", new byte[512]), ("c.png", [.. Enumerable.Range(0, 70_001).Select(n => (byte)(n * 31))])];
        using var expected = new MemoryStream();
        await using (var tar = new TarWriter(expected, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content), ModificationTime = DateTimeOffset.UnixEpoch, Mode = Mode });
            }
        }

        var output = new ArrayBufferWriter<byte>();
        foreach (var (name, content) in files)
        {
            Ustar.Add(output, name, content);
        }

        Ustar.End(output);

        Assert.Equal(expected.ToArray(), output.WrittenSpan.ToArray());
    }

    [Fact]
    public void Refuses_what_does_not_fit_into_a_header()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ustar.Begin(new ArrayBufferWriter<byte>(), new string('n', 101), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ustar.Begin(new ArrayBufferWriter<byte>(), "n", 1L << 33));
    }
}
