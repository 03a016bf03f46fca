using System.Buffers;
using System.Text;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>
/// Members of a tar archive in the form of POSIX.1-1988 (ustar), straight into the memory of whoever sends them. Every header is the
/// same but for name, size and checksum, so that two archives have the same bytes.
/// </summary>
internal static class Ustar
{
    private const int Block = 512;
    private const int NameLength = 100;
    private const int ModeAt = 100;
    private const int OwnerAt = 108;
    private const int GroupAt = 116;
    private const int SizeAt = 124;
    private const int SizeDigits = 11;
    private const int TimeAt = 136;
    private const int ChecksumAt = 148;
    private const int ChecksumDigits = 6;
    private const int TypeAt = 156;
    private const int MagicAt = 257;
    private const int VersionAt = 263;

    private static readonly byte[] Template = WithoutName();
    private static readonly int TemplateSum = Sum(Template);

    /// <summary>Begins a regular file; its bytes come next, and then <see cref="Pad"/>.</summary>
    /// <param name="name">At most 100 characters of ASCII.</param>
    public static void Begin(IBufferWriter<byte> output, string name, long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, NameLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(size, 1L << (3 * SizeDigits));
        var header = output.GetSpan(Block)[..Block];
        Template.CopyTo(header);
        Encoding.ASCII.GetBytes(name, header);
        Octal(header.Slice(SizeAt, SizeDigits), size);

        // Of all bytes, as if the checksum itself were spaces, which is what the template has in its place.
        var sum = TemplateSum + Sum(header[..name.Length]) + Sum(header.Slice(SizeAt, SizeDigits));
        Octal(header.Slice(ChecksumAt, ChecksumDigits), sum);
        header[ChecksumAt + ChecksumDigits] = 0;
        output.Advance(Block);
    }

    /// <summary>Fills up the last block of a file.</summary>
    public static void Pad(IBufferWriter<byte> output, long size) => Zeros(output, (int)(-size & (Block - 1)));

    /// <summary>A whole file.</summary>
    public static void Add(IBufferWriter<byte> output, string name, ReadOnlySpan<byte> content)
    {
        Begin(output, name, content.Length);
        output.Write(content);
        Pad(output, content.Length);
    }

    /// <summary>The end of the archive: two empty blocks.</summary>
    public static void End(IBufferWriter<byte> output) => Zeros(output, 2 * Block);

    private static void Zeros(IBufferWriter<byte> output, int count)
    {
        if (count > 0)
        {
            output.GetSpan(count)[..count].Clear();
            output.Advance(count);
        }
    }

    private static void Octal(Span<byte> field, long value)
    {
        for (var i = field.Length - 1; i >= 0; i--, value >>= 3)
        {
            field[i] = (byte)('0' + (value & 7));
        }
    }

    private static int Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var one in bytes)
        {
            sum += one;
        }

        return sum;
    }

    /// <summary>The header of a file of 1970 that belongs to nobody; its owner may write it and everybody read it.</summary>
    private static byte[] WithoutName()
    {
        var header = new byte[Block];
        "0000644"u8.CopyTo(header.AsSpan(ModeAt));
        "0000000"u8.CopyTo(header.AsSpan(OwnerAt));
        "0000000"u8.CopyTo(header.AsSpan(GroupAt));
        "00000000000"u8.CopyTo(header.AsSpan(TimeAt));
        "        "u8.CopyTo(header.AsSpan(ChecksumAt));
        "0"u8.CopyTo(header.AsSpan(TypeAt));
        "ustar"u8.CopyTo(header.AsSpan(MagicAt));
        "00"u8.CopyTo(header.AsSpan(VersionAt));
        return header;
    }
}
