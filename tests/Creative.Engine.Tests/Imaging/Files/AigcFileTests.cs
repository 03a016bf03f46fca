using System.Text;
using Creative.Core.Imaging;
using Creative.Core.Imaging.Metadata;
using Creative.Engine.Imaging;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Files;

public sealed class AigcFileTests
{
    private const string Propagator = "001191000000000000000K20000";

    private static readonly byte[] Key = Encoding.ASCII.GetBytes("a key for tests only");
    private static readonly Rasterizer Rasterizer = new();
    private static readonly AigcLabel Label = AigcLabel.FirstWritten(ProviderCode.Sample, "01JD0000000000000000000001");

    public static TheoryData<ImageFormat, int, int> Files
    {
        get
        {
            var files = new TheoryData<ImageFormat, int, int>();
            foreach (var format in Enum.GetValues<ImageFormat>())
            {
                files.Add(format, 7, 5);
                files.Add(format, 121, 67);
                files.Add(format, 90, 300);
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_written_label_reads_back_and_the_picture_stays_as_it_was(ImageFormat format, int width, int height)
    {
        var plain = Plain(format, width, height);
        var labelled = AigcFile.Write(plain, format, Label, Key);
        var read = AigcFile.Read(labelled, format)!;

        Assert.Equal(Label, read with { ReservedCode1 = "" });
        Assert.True(AigcSeal.Verify(read, labelled, format, Key));
        Assert.InRange(labelled.Length - plain.Length, 700, 1_800);
        using var before = Rasterizer.Decode(plain);
        using var after = Rasterizer.Decode(labelled);
        Assert.Equal(before.Size, after.Size);
        Assert.True(before.Pixels.SequenceEqual(after.Pixels));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Passing_a_file_on_changes_the_propagator_alone_and_leaves_one_label(ImageFormat format, int width, int height)
    {
        var labelled = AigcFile.Write(Plain(format, width, height), format, Label, Key);
        if (format == ImageFormat.Avif)
        {
            Assert.Throws<InvalidDataException>(() => AigcFile.Write(labelled, format, Label, Key));
            return;
        }

        var passedOn = AigcFile.Write(labelled, format, AigcLabel.FirstWritten(Propagator, "other"), Key);
        var read = AigcFile.Read(passedOn, format)!;
        Assert.Equal((Label.ContentProducer, Label.ProduceId, Propagator, "other"), (read.ContentProducer, read.ProduceId, read.ContentPropagator, read.PropagateId));
        Assert.True(AigcSeal.Verify(read, passedOn, format, Key));
        Assert.Single(Occurrences(passedOn, "TC260:AIGC>{"u8.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_flipped_bit_in_the_picture_breaks_the_seal(ImageFormat format, int width, int height)
    {
        var plain = Plain(format, width, height);
        var label = AigcSeal.Seal(Label, plain, format, Key);
        var changed = plain.ToArray();

        // Near the end of the picture's own data; in PNG the check sum catches it even earlier.
        changed[^(format == ImageFormat.Png ? 20 : 3)] ^= 1;
        if (format == ImageFormat.Png)
        {
            Assert.Throws<InvalidDataException>(() => AigcSeal.Verify(label, changed, format, Key));
        }
        else
        {
            Assert.False(AigcSeal.Verify(label, changed, format, Key));
        }
    }

    [Fact]
    public void Another_key_or_another_field_breaks_the_seal()
    {
        var plain = Plain(ImageFormat.Jpeg, 7, 5);
        var label = AigcSeal.Seal(Label, plain, ImageFormat.Jpeg, Key);
        Assert.True(AigcSeal.Verify(label.PassedOnBy(Propagator, "x"), plain, ImageFormat.Jpeg, Key));
        Assert.False(AigcSeal.Verify(label with { ProduceId = "x" }, plain, ImageFormat.Jpeg, Key));
        Assert.False(AigcSeal.Verify(label, plain, ImageFormat.Jpeg, "some other key, as long"u8));
        Assert.Throws<ArgumentOutOfRangeException>(() => AigcSeal.Seal(label, plain, ImageFormat.Jpeg, "short"u8));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_cut_off_or_foreign_file_is_refused(ImageFormat format, int width, int height)
    {
        var labelled = AigcFile.Write(Plain(format, width, height), format, Label, Key);
        Assert.Throws<InvalidDataException>(() => AigcFile.Read(labelled.AsSpan(0, 40), format));
        Assert.Throws<InvalidDataException>(() => AigcFile.Read("not an image at all, not at all"u8, format));
    }

    [Fact]
    public void An_AVIF_encoded_with_its_packet_reads_alike()
    {
        using var picture = ImageFilesTests.Picture(new CanvasSize(121, 67));
        var packet = new XmpPacket(Label.ToJson(), null).ToString();
        var file = Rasterizer.Encode(picture, ImageFormat.Avif, 60, packet);
        Assert.Equal(Label, AigcFile.Read(file, ImageFormat.Avif));
    }

    [Fact]
    public void An_unlabelled_file_has_no_label() =>
        Assert.All(Enum.GetValues<ImageFormat>(), format => Assert.Null(AigcFile.Read(Plain(format, 7, 5), format)));

    private static byte[] Plain(ImageFormat format, int width, int height)
    {
        using var picture = ImageFilesTests.Picture(new CanvasSize(width, height));
        return Rasterizer.Encode(picture, format, 80);
    }

    private static List<int> Occurrences(ReadOnlySpan<byte> bytes, byte[] part)
    {
        var found = new List<int>();
        for (var at = bytes.IndexOf(part); at >= 0; at = bytes[(at + 1)..].IndexOf(part) is var next and >= 0 ? at + 1 + next : -1)
        {
            found.Add(at);
        }

        return found;
    }
}
