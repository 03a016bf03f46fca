using System.Collections.Immutable;
using System.Globalization;
using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Snapshots;
using Creative.Core.Storage;

namespace Creative.Server.Datasets.Snapshots;

/// <summary>Rows of datasets as blobs of some hundred lines each, so that no more than one of them is ever in memory.</summary>
public sealed class RowSegments(IBlobStore blobs)
{
    private const int RowsPerSegment = 500;

    /// <summary>Keeps rows; they are on the disk when it returns.</summary>
    /// <returns>One line for each segment: split, rows, SHA-256.</returns>
    public async Task<string> WriteAsync(ImmutableArray<DatasetRow> rows, CancellationToken cancellation)
    {
        var list = new List<string>();
        foreach (var segment in rows.GroupBy(row => row.Split).SelectMany(split => split.Chunk(RowsPerSegment)))
        {
            using var lines = new MemoryStream();
            foreach (var row in segment)
            {
                lines.Write(RowJson.Write(row));
                lines.WriteByte((byte)'\n');
            }

            var sha256 = await blobs.PutAsync(lines.GetBuffer().AsMemory(0, (int)lines.Length), cancellation);
            list.Add(string.Create(CultureInfo.InvariantCulture, $"{segment[0].Split} {segment.Length} {sha256}"));
        }

        return string.Join('\n', list);
    }

    /// <summary>Rows of a split from one on, counted from 0.</summary>
    /// <param name="list">What <see cref="WriteAsync"/> returned.</param>
    /// <exception cref="InvalidDataException">A segment is gone.</exception>
    public IAsyncEnumerable<DatasetRow> ReadAsync(string list, string split, long from, CancellationToken cancellation) =>
        Lines(list, split, from, RowJson.Read, cancellation).ToAsyncEnumerable();

    /// <summary>The same without what the raters did, which takes less time.</summary>
    /// <param name="list">What <see cref="WriteAsync"/> returned.</param>
    /// <exception cref="InvalidDataException">A segment is gone.</exception>
    public IAsyncEnumerable<DatasetRow> ReadRecordsAsync(string list, string split, long from, CancellationToken cancellation) =>
        Lines(list, split, from, RowJson.ReadRecord, cancellation).ToAsyncEnumerable();

    /// <summary>What names the rows of a split.</summary>
    /// <param name="list">What <see cref="WriteAsync"/> returned.</param>
    /// <exception cref="InvalidDataException">A segment is gone.</exception>
    public IAsyncEnumerable<RowKey> ReadKeysAsync(string list, string split, CancellationToken cancellation) =>
        Lines(list, split, 0, RowJson.ReadKey, cancellation).ToAsyncEnumerable();

    private IEnumerable<T> Lines<T>(string list, string split, long from, LineReader<T> read, CancellationToken cancellation)
    {
        foreach (var line in list.Split('\n'))
        {
            if (line.Split(' ') is not [var name, var count, var sha256] || name != split)
            {
                continue;
            }

            var rows = long.Parse(count, CultureInfo.InvariantCulture);
            if (from >= rows)
            {
                from -= rows;
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            foreach (var one in Segment(sha256, (int)from, read))
            {
                yield return one;
            }

            from = 0;
        }
    }

    private List<T> Segment<T>(string sha256, int from, LineReader<T> read)
    {
        using var blob = blobs.OpenBlob(sha256) ?? throw new InvalidDataException($"A part of the dataset, {sha256}, is gone from the store.");
        using var lent = LentBytes.Of(blob);
        ReadOnlySpan<byte> bytes = lent.Bytes;
        var all = new List<T>(RowsPerSegment);
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var line = bytes[range];
            if (!line.IsEmpty && from-- <= 0)
            {
                all.Add(read(line));
            }
        }

        return all;
    }

    private delegate T LineReader<out T>(ReadOnlySpan<byte> line);
}
