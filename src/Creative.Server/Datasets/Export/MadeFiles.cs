using System.Collections.Concurrent;
using Creative.Core.Datasets.Export;
using Creative.Core.Datasets.Export.Files;

namespace Creative.Server.Datasets.Export;

/// <summary>
/// What the files of earlier exports have. A dataset never changes and a file of it has the same bytes each time, as long as the program
/// that makes it is the same: so this is kept for as long as the process lives, and nowhere else. A file that is known is not hashed
/// again, and one that a resumed export has passed is not even made.
/// </summary>
internal sealed class MadeFiles
{
    /// <summary>Some hundred datasets of a hundred thousand images; beyond that it begins anew.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<(string Dataset, string Format, string Path), ManifestEntry> _entries = new();

    /// <summary>Null: it was not made yet, or is not kept.</summary>
    public ManifestEntry? Find(string dataset, string format, ExportFile file) => _entries.GetValueOrDefault((dataset, format, file.Path));

    /// <summary>Keeps a file of records. Images have their hash from the store, and captions are sooner made than looked up.</summary>
    public void Keep(string dataset, string format, ExportFile file, ManifestEntry entry)
    {
        if (!file.HoldsRecords)
        {
            return;
        }

        if (_entries.Count >= Most)
        {
            _entries.Clear();
        }

        _entries[(dataset, format, file.Path)] = entry;
    }
}
