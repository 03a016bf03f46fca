using System.Buffers;
using System.Text;
using System.Text.Json;
using Creative.Core.Datasets.Material;

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
            using var image = source.ReadImage(row);
            await output.WriteAsync(image.Bytes, cancellation);
        })
        {
            Known = (row.Item.Sha256, () => source.ImageLength(row)),
        };

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
}
