using System.Collections.Concurrent;
using Creative.Core.Datasets.Fingerprints;
using Creative.Core.Scenes;
using Creative.Core.Storage;
using Creative.Server.Datasets.Storage;
using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Datasets.Material;

/// <summary>Fingerprints of stored images, each taken once.</summary>
public sealed class ImageLooks(IDbContextFactory<CreativeDb> databases, IBlobStore blobs, IRasterizer rasterizer)
{
    // As many as are written down at once, so that a snapshot that is broken off has not worked for nothing.
    private const int Batch = 256;

    /// <param name="files">SHA-256 of image files.</param>
    /// <exception cref="InvalidDataException">A file is gone, or no image.</exception>
    public async Task<IReadOnlyDictionary<string, ImageFingerprint>> OfAsync(IReadOnlySet<string> files, CancellationToken cancellation)
    {
        var looks = new Dictionary<string, ImageFingerprint>(StringComparer.Ordinal);
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            await foreach (var row in db.Set<ImageLookRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            {
                if (files.Contains(row.Sha256))
                {
                    looks[row.Sha256] = ImageFingerprint.FromBytes(row.Fingerprint);
                }
            }
        }

        foreach (var missing in files.Where(file => !looks.ContainsKey(file)).Order(StringComparer.Ordinal).Chunk(Batch).ToArray())
        {
            foreach (var (file, look) in await TakeAsync(missing, cancellation))
            {
                looks[file] = look;
            }
        }

        return looks;
    }

    private async Task<IEnumerable<KeyValuePair<string, ImageFingerprint>>> TakeAsync(string[] files, CancellationToken cancellation)
    {
        var taken = new ConcurrentDictionary<string, ImageFingerprint>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(files, cancellation, async (file, token) =>
        {
            await using var stream = blobs.Open(file) ?? throw new InvalidDataException($"The image {file} is gone from the store.");
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, token);
            using var image = rasterizer.Decode(bytes);
            taken[file] = PerceptualHash.Of(image);
        });
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.AddRange(taken.Select(one => new ImageLookRow { Sha256 = one.Key, Fingerprint = one.Value.ToBytes() }));
        await db.SaveChangesAsync(cancellation);
        return taken;
    }
}
