using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Server.Painting;

/// <summary>
/// Painted elements on disk, by what made them, so that a repeated or resumed render paints nothing twice. Bounded: what
/// was not used for longest goes first. It may lose anything at any time, and never fails a render.
/// </summary>
public sealed class ElementCache
{
    private readonly string _folder;
    private readonly long _limit;
    private readonly ILogger<ElementCache> _logger;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, long Bytes)>> _entries = new(StringComparer.Ordinal);

    // Least recently used first.
    private readonly LinkedList<(string Key, long Bytes)> _order = new();
    private long _total;

    /// <param name="folder">Made when it is not there.</param>
    /// <param name="limit">Bytes; 0 keeps nothing.</param>
    public ElementCache(string folder, long limit, ILogger<ElementCache> logger)
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

    /// <summary>What decides the pixels: the model's weights and every member of the request.</summary>
    public static string KeyOf(ModelIdentity model, PaintRequest request) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        model.Sha256,
        request.Seed.ToString(CultureInfo.InvariantCulture),
        request.Steps.ToString(CultureInfo.InvariantCulture),
        request.Guidance.ToString("R", CultureInfo.InvariantCulture),
        request.Scheduler,
        request.FewSteps ? "few" : "many",
        request.Prompt.ReplaceLineEndings(" "),
        request.NegativePrompt.ReplaceLineEndings(" "),
        request.Start is { } start ? KeyOf(start) : "from noise"))));

    private static string KeyOf(StartImage start) => string.Join(
        '\n',
        start.Picture.Size,
        Convert.ToHexStringLower(SHA256.HashData(start.Picture.Pixels)),
        start.Strength.ToString("R", CultureInfo.InvariantCulture),
        start.Mask is { } mask ? Convert.ToHexStringLower(SHA256.HashData(mask.Span)) : "whole");

    /// <summary>The image, or null when it is not there. The caller disposes it.</summary>
    public PixelImage? Find(string key)
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
                return PixelFile.Read(File.ReadAllBytes(PathOf(key)));
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                Log.ElementDamaged(_logger, e);
                Forget(entry);
                return null;
            }
        }
    }

    public void Keep(string key, PixelImage image)
    {
        lock (_gate)
        {
            if (_entries.ContainsKey(key))
            {
                return;
            }

            var bytes = PixelFile.Write(image);
            if (bytes.Length > _limit)
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
            catch (Exception e) when (e is IOException or UnauthorizedAccessException || Storage.DiskSpace.IsExhausted(e))
            {
                Log.ElementNotKept(_logger, e);
                File.Delete(unfinished);
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
            Forget(oldest);
        }
    }

    private void Forget(LinkedListNode<(string Key, long Bytes)> entry)
    {
        _order.Remove(entry);
        _entries.Remove(entry.Value.Key);
        _total -= entry.Value.Bytes;
        File.Delete(PathOf(entry.Value.Key));
    }

    private string PathOf(string key) => Path.Combine(_folder, key);
}
