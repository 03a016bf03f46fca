using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Creative.Core.Datasets.Export.Files;

namespace Creative.Core.Datasets.Export;

/// <summary>All files of an export in their order: datasheet, splits, the form's own files, metadata, and the manifest with the hashes of all of them.</summary>
public static class DatasetExport
{
    /// <param name="send">Sends a file, or passes over it: says what it has.</param>
    /// <exception cref="EmptyExportException">There is nothing that this form could hold.</exception>
    public static async Task RunAsync(DatasetSource source, IExportFormat format, Func<ExportFile, Task<ManifestEntry>> send, CancellationToken cancellation)
    {
        await using var manifest = new Manifest();
        await foreach (var file in ContentAsync(source, format, cancellation))
        {
            await manifest.AddAsync(await send(file), file.HoldsRecords, cancellation);
        }

        var croissant = ExportFiles.Bytes("croissant.json", Croissant.Write(source.Card, format, manifest.Records));
        await manifest.AddAsync(await send(croissant), holdsRecords: false, cancellation);
        await send(manifest.File(source.Card, format));
    }

    private static async IAsyncEnumerable<ExportFile> ContentAsync(DatasetSource source, IExportFormat format, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return ExportFiles.Text("DATASHEET.md", DataSheet.Write(source.Card, format));
        yield return new ExportFile("splits.csv", (output, token) => WriteSplitsAsync(source, output, token));
        await foreach (var file in format.FilesAsync(source, cancellation))
        {
            yield return file;
        }
    }

    private static async Task WriteSplitsAsync(DatasetSource source, PipeWriter output, CancellationToken cancellation)
    {
        output.Write("item_id,family,split\n"u8);
        foreach (var split in source.Splits)
        {
            await foreach (var key in source.Keys(split, cancellation))
            {
                output.Write(Encoding.UTF8.GetBytes($"{Quoted(key.ItemId)},{Quoted(key.Family)},{split}\n"));
                await output.FlushAsync(cancellation);
            }
        }
    }

    /// <summary>As RFC 4180 wants it.</summary>
    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
