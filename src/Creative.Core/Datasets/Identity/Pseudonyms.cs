using System.Security.Cryptography;
using System.Text;

namespace Creative.Core.Datasets.Identity;

/// <summary>
/// Names for raters that tell them apart and say nothing else: a keyed hash (HMAC-SHA-256) of the rater's id. Whoever has no
/// key cannot find out who it is by trying ids; without the key nobody can.
/// </summary>
/// <param name="key">Secret, at least 16 bytes.</param>
public sealed class Pseudonyms(byte[] key)
{
    private const int Length = 12;

    private readonly byte[] _key = key.Length >= 16 ? key : throw new ArgumentException("A key of at least 16 bytes.", nameof(key));

    /// <summary>Such as "r-1f0c9a6be372".</summary>
    public string Of(string rater) => "r-" + Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(rater)))[..Length];
}
