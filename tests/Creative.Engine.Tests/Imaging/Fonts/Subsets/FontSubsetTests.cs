using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Creative.Core.Imaging;
using Creative.Engine.Imaging.Fonts;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Fonts;

/// <summary>What is in the files; that they draw the same letters is seen where Chromium draws layered documents.</summary>
public sealed class FontSubsetTests
{
    [Theory]
    [InlineData("Noto Sans SC", 900, "18% 权益，去看看", 60_000)]
    [InlineData("Noto Serif SC", 700, "时间，是最好的答案", 60_000)]
    [InlineData("ZCOOL XiaoWei", 400, "快乐", 20_000)]
    [InlineData("Inter", 500, "Save without trying → é", 80_000)]
    public void Has_the_outlines_of_its_characters_and_few_others(string family, int weight, string text, int mostBytes)
    {
        var face = new FontFace(family, weight);
        var whole = FontLibrary.Find(face)!;

        var woff = FontLibrary.Subset(face, text);

        var tables = Unpack(woff);
        var (ours, theirs) = (new CharacterMap(tables["cmap"]), new CharacterMap(FontFile.ReadTable(whole, "cmap")));
        Assert.All(text.EnumerateRunes(), rune => Assert.Equal(theirs.GlyphOf(rune.Value), ours.GlyphOf(rune.Value)));
        Assert.All(text.EnumerateRunes(), rune => Assert.Equal(
            Outline(FontFile.ReadTable(whole, "glyf"), FontFile.ReadTable(whole, "loca"), FontFile.ReadTable(whole, "head"), theirs.GlyphOf(rune.Value)),
            Outline(tables["glyf"], tables["loca"], tables["head"], ours.GlyphOf(rune.Value))));
        Assert.False(ours.Contains('Q'));
        Assert.InRange(woff.Length, 1, mostBytes);
    }

    [Fact]
    public void Keeps_what_letters_join_into_and_what_they_are_put_together_from()
    {
        var face = new FontFace("Inter", 500);
        var (file, tables) = (FontLibrary.Find(face)!, Unpack(FontLibrary.Subset(face, "é->")));
        var map = new CharacterMap(FontFile.ReadTable(file, "cmap"));

        // é is e with an accent of its own, and - before > becomes the arrow.
        Assert.NotEmpty(Outline(tables["glyf"], tables["loca"], tables["head"], map.GlyphOf('e')));
        Assert.NotEmpty(Outline(tables["glyf"], tables["loca"], tables["head"], map.GlyphOf('→')));
        Assert.Empty(Outline(tables["glyf"], tables["loca"], tables["head"], map.GlyphOf('f')));
        Assert.Equal(FontFile.ReadTable(file, "GPOS"), tables["GPOS"]);
    }

    [Fact]
    public void Adds_up_as_a_font_file_should_and_comes_out_the_same_again()
    {
        var face = new FontFace("Montserrat", 800);
        var woff = FontLibrary.Subset(face, "$1");
        var tables = Unpack(woff);

        Assert.Equal(woff, FontLibrary.Subset(face, "1$1"));
        Assert.Equal((uint)woff.Length, BinaryPrimitives.ReadUInt32BigEndian(woff.AsSpan(8)));
        Assert.Equal(tables.Values.Sum(table => (table.Length + 3) & ~3) + 12 + (16 * tables.Count), (int)BinaryPrimitives.ReadUInt32BigEndian(woff.AsSpan(16)));
        Assert.Equal(0xB1B0AFBA, Sum(Sfnt(tables)));
    }

    private static SortedDictionary<string, byte[]> Unpack(byte[] woff)
    {
        Assert.Equal("wOFF", Encoding.ASCII.GetString(woff, 0, 4));
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(woff.AsSpan(12)); i++)
        {
            var entry = woff.AsSpan(44 + (20 * i), 20);
            var (offset, packed, length) = (Long(entry, 4), Long(entry, 8), Long(entry, 12));
            Assert.Equal(0, offset % 4);
            var table = new byte[length];
            if (packed < length)
            {
                using var zlib = new ZLibStream(new MemoryStream(woff, offset, packed), CompressionMode.Decompress);
                zlib.ReadExactly(table);
            }
            else
            {
                woff.AsSpan(offset, length).CopyTo(table);
            }

            tables.Add(Encoding.ASCII.GetString(entry[..4]), table);
        }

        return tables;
    }

    /// <summary>The font file that was packed.</summary>
    private static byte[] Sfnt(SortedDictionary<string, byte[]> tables)
    {
        var power = (int)Math.Log2(tables.Count);
        using var file = new MemoryStream();
        Write(file, 0x00010000, ((uint)tables.Count << 16) | (16u << power), ((uint)power << 16) | (uint)(16 * (tables.Count - (1 << power))));
        var at = 12 + (16 * tables.Count);
        foreach (var (tag, table) in tables)
        {
            var summed = table.ToArray();
            if (tag == "head")
            {
                summed.AsSpan(8, 4).Clear();
            }

            file.Write(Encoding.ASCII.GetBytes(tag));
            Write(file, Sum(summed), (uint)at, (uint)table.Length);
            at += (table.Length + 3) & ~3;
        }

        foreach (var table in tables.Values)
        {
            file.Write(table);
            file.Write(new byte[-table.Length & 3]);
        }

        return file.ToArray();
    }

    private static void Write(Stream to, params uint[] values)
    {
        foreach (var value in values)
        {
            to.Write([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
        }
    }

    private static uint Sum(byte[] file)
    {
        var sum = 0u;
        for (var at = 0; at < file.Length; at++)
        {
            sum += (uint)file[at] << (24 - (8 * (at % 4)));
        }

        return sum;
    }

    private static byte[] Outline(byte[] glyf, byte[] loca, byte[] head, int glyph)
    {
        int Place(int at) => head[51] == 1 ? Long(loca, 4 * at) : 2 * BinaryPrimitives.ReadUInt16BigEndian(loca.AsSpan(2 * at));
        return glyf[Place(glyph)..Place(glyph + 1)].Reverse().SkipWhile(padding => padding == 0).Reverse().ToArray();
    }

    private static int Long(ReadOnlySpan<byte> from, int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(from[at..]);
}
