namespace Creative.Cli.Delivery;

/// <summary>Writes a file so that nobody ever sees half of it.</summary>
internal static class AtomicFile
{
    /// <param name="path">Replaced when it is there; its folder is made.</param>
    /// <param name="write">Writes the content; when it throws, <paramref name="path"/> is as it was.</param>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.part");
        try
        {
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await write(stream);
                await stream.FlushAsync(cancellation);
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public static Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        WriteAsync(path, stream => stream.WriteAsync(content, cancellation).AsTask(), cancellation);
}
