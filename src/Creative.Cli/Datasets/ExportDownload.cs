using Creative.Contract.V1;
using Grpc.Core;

namespace Creative.Cli.Datasets;

/// <summary>What came of an export.</summary>
/// <param name="Resumed">It went on with one that had broken off; files and bytes are those that came since.</param>
internal sealed record ExportResult(string Folder, long Files, long Bytes, bool Resumed);

/// <summary>
/// Writes an export into a folder as it comes. A file gets its name when it is whole. Where the export stands is noted in the folder every
/// so often, and when it breaks off: the next one goes on from there.
/// </summary>
internal sealed class ExportDownload(CallInvoker calls, string folder)
{
    private const string Part = ".part";
    private const int FilesBetweenNotes = 500;

    private readonly string _note = Path.Combine(folder, ".export");
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <exception cref="CliException">The folder holds something else.</exception>
    public async Task<ExportResult> RunAsync(string dataset, string format, CancellationToken cancellation)
    {
        var (path, offset) = Standing(dataset, format);
        var resumed = path.Length > 0;
        Directory.CreateDirectory(folder);
        Note(dataset, format, path);
        var request = new ExportDatasetRequest { Dataset = dataset, Format = format, ResumePath = path, ResumeOffset = offset };
        var (files, bytes) = (0L, 0L);
        FileStream? open = null;
        try
        {
            await new ExportPieces(Take).ReceiveAsync(calls, request, cancellation);
        }
        catch
        {
            Note(dataset, format, path);
            throw;
        }
        finally
        {
            open?.Dispose();
        }

        File.Delete(_note);
        return new ExportResult(folder, files, bytes, resumed);

        void Take(ExportPiece piece)
        {
            path = piece.Path;
            open ??= Open(path, piece.Offset);

            // Into the page cache: done sooner than another thread would be found for it.
            open.Write(piece.Data.Span);
            bytes += piece.Data.Length;
            if (!piece.Last)
            {
                return;
            }

            open.Dispose();
            open = null;
            File.Move(Target(path) + Part, Target(path), overwrite: true);
            if (++files % FilesBetweenNotes == 0)
            {
                Note(dataset, format, path);
            }
        }
    }

    private FileStream Open(string path, long offset)
    {
        var target = Target(path) + Part;
        if (_folders.Add(Path.GetDirectoryName(target)!))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        }

        var file = new FileStream(target, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0);
        if (file.Length != offset)
        {
            // Not where nothing changes: a file system writes a file that was once cut to nothing to the disk as soon as it is closed.
            file.SetLength(offset);
        }

        file.Position = offset;
        return file;
    }

    /// <summary>Where an earlier export of the same dataset in the same form stands; the start when there was none.</summary>
    private (string Path, long Offset) Standing(string dataset, string format)
    {
        if (!File.Exists(_note))
        {
            return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
                ? throw CliException.BadInput("The folder is not empty.", new Problem("--out", $"{folder} holds something that is no unfinished export"))
                : ("", 0);
        }

        if (File.ReadAllText(_note).Split('\n') is not [var before, var form, var path, ..] || before != dataset || form != format)
        {
            throw CliException.BadInput("The folder holds another export.", new Problem("--out", $"{folder} holds an unfinished export of something else"));
        }

        var part = path.Length == 0 ? "" : Target(path) + Part;
        return (path, File.Exists(part) ? new FileInfo(part).Length : 0);
    }

    private void Note(string dataset, string format, string path) => File.WriteAllText(_note, $"{dataset}\n{format}\n{path}\n");

    /// <exception cref="CliException">The path leads out of the folder.</exception>
    private string Target(string path)
    {
        var target = Path.GetFullPath(Path.Combine(folder, path));
        return target.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? target
            : throw new CliException(ExitCode.Failed, "The server sent a file that does not belong into the folder.", [new Problem("path", path)]);
    }
}
