using System.Buffers.Text;
using System.Security.Cryptography;

namespace Creative.Server.Labeling.Access;

/// <summary>Secret keys of raters: 32 random bytes as 43 characters of base64url. Only the SHA-256 of a key is ever kept.</summary>
internal static class RaterKey
{
    public const int Length = 43;

    private const int Bytes = 32;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 of the key's bytes; null for what cannot be a key.</summary>
    public static byte[]? HashOf(string key)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return key.Length == Length && Base64Url.IsValid(key) && Base64Url.TryDecodeFromChars(key, bytes, out var length) && length == Bytes
            ? SHA256.HashData(bytes)
            : null;
    }
}
