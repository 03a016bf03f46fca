using System.Runtime.InteropServices;
using Creative.Core.Datasets.Export;
using Creative.Core.Datasets.Export.Files;
using Creative.Server.Datasets.Storage;

namespace Creative.Server.Datasets.Export;

/// <summary>
/// What the record files of a dataset's exports have. A dataset never changes and a file of it has the same bytes each time, as long as the
/// program that makes it is the same: a file that is known is not hashed again, and one that a resumed export has passed is not even made.
/// Images have their hash from the store, and captions are sooner made than looked up.
/// </summary>
public sealed class MadeFiles(DatasetStore store, DatasetSources sources)
{
    /// <summary>This build of the code that makes files, and what it runs on: another one might write a number differently.</summary>
    private static readonly string Maker = $"{typeof(DatasetExport).Module.ModuleVersionId:N} {RuntimeInformation.FrameworkDescription}";

    /// <summary>Files that this program has made before, by path.</summary>
    public async Task<IReadOnlyDictionary<string, ManifestEntry>> FindAsync(string dataset, IExportFormat format, CancellationToken cancellation) =>
        (await store.FilesAsync(dataset, format.Id, Maker, cancellation)).ToDictionary(row => row.Path, row => new ManifestEntry(row.Path, row.Bytes, row.Sha256), StringComparer.Ordinal);

    /// <summary>Keeps a file; it is on the disk when this returns.</summary>
    public Task KeepAsync(string dataset, IExportFormat format, ManifestEntry entry, CancellationToken cancellation) =>
        store.KeepFileAsync(Row(dataset, format, entry), cancellation);

    /// <summary>Makes what takes long to hash, shards full of images, and sends it nowhere: when a dataset is frozen, so that nobody waits for it later.</summary>
    /// <exception cref="InvalidDataException">An image was taken away.</exception>
    public async Task<IReadOnlyList<DatasetFileRow>> MakeShardsAsync(DatasetRecordRow dataset, CancellationToken cancellation)
    {
        var source = sources.Of(dataset);
        var rows = new List<DatasetFileRow>();
        foreach (var format in ExportFormats.All.Where(format => format.PacksImages))
        {
            await DatasetExport.RunAsync(source, format, MakeAsync, cancellation);

            async Task<ManifestEntry> MakeAsync(ExportFile file)
            {
                await using var pipe = new ExportPipe(file.Path, from: null, known: null, client: null, cancellation);
                await file.WriteAsync(pipe, cancellation);
                var entry = await pipe.EndAsync();
                if (file.HoldsRecords)
                {
                    rows.Add(Row(dataset.Id, format, entry));
                }

                return entry;
            }
        }

        return rows;
    }

    private static DatasetFileRow Row(string dataset, IExportFormat format, ManifestEntry entry) =>
        new() { Dataset = dataset, Format = format.Id, Path = entry.Path, Bytes = entry.Bytes, Sha256 = entry.Sha256, Maker = Maker };
}
