using System.Security.Cryptography;

namespace Creative.Core.Datasets.Identity;

/// <summary>
/// One hash over many parts in their order (RFC 6962, section 2.1): changing, leaving out, adding or moving any part changes
/// it, and a part can be proved to be in without the others. Takes the parts as they come, holding one hash for each level.
/// </summary>
public sealed class MerkleTree
{
    // Hashes of whole subtrees, the largest first, with their sizes: powers of two that fall.
    private readonly Stack<(long Size, byte[] Hash)> _subtrees = new();

    public long Count { get; private set; }

    public void Add(ReadOnlySpan<byte> part)
    {
        Count++;
        var hash = Hash(0, part, []);
        var size = 1L;
        while (_subtrees.TryPeek(out var left) && left.Size == size)
        {
            hash = Hash(1, _subtrees.Pop().Hash, hash);
            size *= 2;
        }

        _subtrees.Push((size, hash));
    }

    /// <summary>The root, 64 lower-case hexadecimal digits; that of nothing is the hash of nothing.</summary>
    public string Root()
    {
        if (_subtrees.Count == 0)
        {
            return Convert.ToHexStringLower(SHA256.HashData([]));
        }

        // From the smallest, on the right, to the left.
        byte[]? root = null;
        foreach (var (_, hash) in _subtrees)
        {
            root = root is null ? hash : Hash(1, hash, root);
        }

        return Convert.ToHexStringLower(root!);
    }

    private static byte[] Hash(byte kind, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([kind]);
        hash.AppendData(left);
        hash.AppendData(right);
        return hash.GetHashAndReset();
    }
}
