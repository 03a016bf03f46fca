using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Creative.Core.Datasets.Material;
using Creative.Core.Storage;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>The kinds of files that exports are made of.</summary>
internal static class ExportFiles
{
    public static ExportFile Bytes(string path, byte[] content) => new(path, async (output, cancellation) => await output.WriteAsync(content, cancellation));

    public static ExportFile Text(string path, string content) => Bytes(path, Encoding.UTF8.GetBytes(content));

    /// <summary>An image as it was stored, byte for byte.</summary>
    public static ExportFile Image(string path, DatasetSource source, DatasetRow row) =>
        new(path, async (output, cancellation) =>
        {
            using var image = source.OpenImage(row);
            await output.WriteAsync(image, cancellation);
        })
        {
            Known = (row.Item.Sha256, () => Length(source, row)),
        };

    /// <summary>Writes a whole stored file, read straight into the memory that is sent.</summary>
    public static async ValueTask WriteAsync(this PipeWriter output, IBlob blob, CancellationToken cancellation)
    {
        for (var written = 0L; written < blob.Length;)
        {
            var target = output.GetSpan();
            target = target[..(int)Math.Min(target.Length, blob.Length - written)];
            blob.Read(target, written);
            output.Advance(target.Length);
            written += target.Length;
            await output.FlushAsync(cancellation);
        }
    }

    /// <summary>One line of JSON for each of what <paramref name="all"/> gives.</summary>
    /// <param name="write">The members of the line.</param>
    public static ExportFile Lines<T>(string path, Func<CancellationToken, IAsyncEnumerable<T>> all, Action<Utf8JsonWriter, T> write) =>
        new(path, async (output, cancellation) =>
        {
            using var lines = new JsonObjects();
            await foreach (var one in all(cancellation))
            {
                output.Write(lines.Write(one, write));
                output.Write("\n"u8);
                await output.FlushAsync(cancellation);
            }
        })
        {
            HoldsRecords = true,
        };

    private static long Length(DatasetSource source, DatasetRow row)
    {
        using var image = source.OpenImage(row);
        return image.Length;
    }
}
