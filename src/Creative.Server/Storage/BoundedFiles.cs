namespace Creative.Server.Storage;

/// <summary>
/// Files that can be made again, by name. Bounded: what was not used for longest goes first. It may lose anything at any
/// time, and never fails the work it is kept for. Safe to call from several threads.
/// </summary>
public sealed class BoundedFiles
{
    private readonly string _folder;
    private readonly long _limit;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, long Bytes)>> _entries = new(StringComparer.Ordinal);

    // Least recently used first.
    private readonly LinkedList<(string Key, long Bytes)> _order = new();
    private long _total;

    /// <param name="folder">Made when it is not there.</param>
    /// <param name="limit">Bytes; 0 keeps nothing.</param>
    public BoundedFiles(string folder, long limit, ILogger logger)
    {
        _folder = folder;
        _limit = limit;
        _logger = logger;
        Directory.CreateDirectory(folder);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Extension.Length > 0)
            {
                file.Delete();
                continue;
            }

            Remember(file.Name, file.Length);
        }

        Trim();
    }

    /// <summary>The bytes, or null when they are not there.</summary>
    public byte[]? Find(string key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                return null;
            }

            _order.Remove(entry);
            _order.AddLast(entry);
            try
            {
                return File.ReadAllBytes(PathOf(key));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Log.CacheDamaged(_logger, e);
                Remove(entry);
                return null;
            }
        }
    }

    /// <param name="key">Letters, digits and hyphens.</param>
    public void Keep(string key, byte[] bytes)
    {
        lock (_gate)
        {
            if (bytes.Length > _limit || _entries.ContainsKey(key))
            {
                return;
            }

            var unfinished = PathOf(key) + ".tmp";
            try
            {
                File.WriteAllBytes(unfinished, bytes);
                File.Move(unfinished, PathOf(key), overwrite: true);
                Remember(key, bytes.Length);
                Trim();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException || DiskSpace.IsExhausted(e))
            {
                Log.CacheNotKept(_logger, e);
                File.Delete(unfinished);
            }
        }
    }

    /// <summary>Takes a file away whose content turned out to be damaged.</summary>
    public void Discard(string key, Exception reason)
    {
        lock (_gate)
        {
            Log.CacheDamaged(_logger, reason);
            if (_entries.TryGetValue(key, out var entry))
            {
                Remove(entry);
            }
        }
    }

    private void Remember(string key, long bytes)
    {
        _entries[key] = _order.AddLast((key, bytes));
        _total += bytes;
    }

    private void Trim()
    {
        while (_total > _limit && _order.First is { } oldest)
        {
            Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<(string Key, long Bytes)> entry)
    {
        _order.Remove(entry);
        _entries.Remove(entry.Value.Key);
        _total -= entry.Value.Bytes;
        File.Delete(PathOf(entry.Value.Key));
    }

    private string PathOf(string key) => Path.Combine(_folder, key);
}
