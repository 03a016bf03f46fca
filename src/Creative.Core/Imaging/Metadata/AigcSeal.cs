using System.Security.Cryptography;
using System.Text;

namespace Creative.Core.Imaging.Metadata;

/// <summary>
/// Integrity code for <see cref="AigcLabel.ReservedCode1"/>: HMAC-SHA-256, in lower-case hexadecimal, of the label's
/// name, producer and id, and of everything in the file but the label. Changed pixels or fields no longer match; the
/// propagator's fields may change.
/// </summary>
public static class AigcSeal
{
    /// <summary>Shortest key, in bytes.</summary>
    public const int MinKeyLength = 16;

    /// <param name="label">Whose ReservedCode1 is left out of account.</param>
    /// <param name="file">With or without the label in it.</param>
    /// <param name="format">Of the file.</param>
    /// <param name="key">The producer's secret.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static string Compute(AigcLabel label, ReadOnlySpan<byte> file, ImageFormat format, ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, MinKeyLength);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        MetadataContainer.Of(format).AppendContent(file, hash);
        var content = Convert.ToHexStringLower(hash.GetHashAndReset());
        var message = string.Join('\n', "creative-aigc-1", label.Label, label.ContentProducer, label.ProduceId, content);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(message)));
    }

    /// <summary>The label with its integrity code for a file.</summary>
    public static AigcLabel Seal(AigcLabel label, ReadOnlySpan<byte> file, ImageFormat format, ReadOnlySpan<byte> key) =>
        label with { ReservedCode1 = Compute(label, file, format, key) };

    /// <summary>True when neither the file nor the producer's fields have changed since <see cref="Seal"/>.</summary>
    public static bool Verify(AigcLabel label, ReadOnlySpan<byte> file, ImageFormat format, ReadOnlySpan<byte> key) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Compute(label, file, format, key)), Encoding.ASCII.GetBytes(label.ReservedCode1));
}
