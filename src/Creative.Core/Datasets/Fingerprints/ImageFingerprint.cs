using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;

namespace Creative.Core.Datasets.Fingerprints;

/// <summary>What an image looks like, in 56 bytes: its coarse forms, and its colours.</summary>
/// <param name="Forms">Perceptual hash of the luminance: images that look alike differ in few bits.</param>
/// <param name="Colours">Mean red, green and blue over grey, of 4 × 4 fields, row by row; 48 values.</param>
public sealed record ImageFingerprint(ulong Forms, ImmutableArray<byte> Colours)
{
    public const int Length = 8 + ColourCount;

    internal const int Fields = 4;
    internal const int ColourCount = Fields * Fields * 3;

    // Mean difference of a colour channel, of 255: less than the eye sees between two pictures side by side.
    private const double SameColour = 6;

    /// <summary>Whether two images pass for one.</summary>
    /// <param name="bits">Bits of the 64 of the forms that may differ.</param>
    public bool Resembles(ImageFingerprint other, int bits) => BitOperations.PopCount(Forms ^ other.Forms) <= bits && ColourDistance(other) <= SameColour;

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Forms);
        Colours.CopyTo(bytes, 8);
        return bytes;
    }

    /// <exception cref="ArgumentException">Not <see cref="Length"/> bytes.</exception>
    public static ImageFingerprint FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new ImageFingerprint(BinaryPrimitives.ReadUInt64LittleEndian(bytes), [.. bytes[8..]])
        : throw new ArgumentException($"{bytes.Length} bytes, expected {Length}.", nameof(bytes));

    private double ColourDistance(ImageFingerprint other)
    {
        var sum = 0;
        for (var i = 0; i < ColourCount; i++)
        {
            sum += Math.Abs(Colours[i] - other.Colours[i]);
        }

        return sum / (double)ColourCount;
    }
}
