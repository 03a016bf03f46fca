using System.Security.Cryptography;
using Creative.Contract.V1;
using Creative.Server.Labeling.Storage;

namespace Creative.Server.Labeling.Access;

/// <summary>Everyone who may sign in, in memory, so that a call costs no question to the database.</summary>
public sealed class RaterDirectory(RaterStore store) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private volatile IReadOnlyList<RaterRow> _all = [];

    public IReadOnlyList<RaterRow> All => _all;

    public async Task LoadAsync(CancellationToken cancellation) => _all = await store.AllAsync(cancellation);

    public RaterRow? Find(string id) => _all.FirstOrDefault(rater => rater.Id == id);

    /// <summary>Whose key it is; null for nobody's or a switched-off rater's. How long it takes says nothing about the keys there are.</summary>
    public RaterRow? WhoseIs(string key)
    {
        if (RaterKey.HashOf(key) is not { } hash)
        {
            return null;
        }

        RaterRow? found = null;
        foreach (var rater in _all)
        {
            found = CryptographicOperations.FixedTimeEquals(rater.KeyHash, hash) ? rater : found;
        }

        return found is { Disabled: false } ? found : null;
    }

    /// <summary>Makes or changes a rater. On the disk when it returns.</summary>
    /// <param name="key">The key from now on; empty for a known rater's that stays.</param>
    public async Task<RaterRow> PutAsync(Rater wanted, string key, DateTimeOffset now, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            var row = new RaterRow
            {
                Id = wanted.Id,
                Name = wanted.Name,
                Role = wanted.Role,
                Locale = wanted.Locale,
                KeyHash = RaterKey.HashOf(key) ?? [],
                Disabled = wanted.Disabled,
                CreatedAt = now.ToUnixTimeMilliseconds(),
            };
            await store.PutAsync(row, cancellation);
            await LoadAsync(CancellationToken.None);
            return Find(wanted.Id)!;
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();
}
