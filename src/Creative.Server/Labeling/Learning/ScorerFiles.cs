using Creative.Core.Scoring.Learning;
using Creative.Engine.Files;
using Creative.Server.Hosting;

namespace Creative.Server.Labeling.Learning;

/// <summary>A scorer with the events it has learnt from.</summary>
/// <param name="InputsVersion">What made the inputs it has learnt from.</param>
/// <param name="Learnt">Ordinals of the events, rising.</param>
public sealed record SavedScorer(string InputsVersion, IReadOnlyList<long> Learnt, ScorerSnapshot Snapshot);

/// <summary>The last state of the scorer on the disk: written under another name, flushed, renamed.</summary>
public sealed class ScorerFiles(ServerOptions options, ILogger<ScorerFiles> logger)
{
    private const int MostEvents = 50_000_000;

    private string Folder => Path.Combine(options.Data, "scorer");

    private string Newest => Path.Combine(Folder, "newest.scorer");

    public void Save(SavedScorer scorer)
    {
        Directory.CreateDirectory(Folder);
        var unfinished = Newest + ".tmp";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            using var writer = new BinaryWriter(file);
            writer.Write(scorer.InputsVersion);
            writer.Write(scorer.Learnt.Count);
            foreach (var ordinal in scorer.Learnt)
            {
                writer.Write(ordinal);
            }

            writer.Write(scorer.Snapshot.Bytes.AsSpan());
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, Newest, overwrite: true);
        DirectoryFlush.Flush(Folder);
    }

    /// <summary>Null when there is none, or it cannot be read: everything is learnt anew then.</summary>
    public SavedScorer? Load()
    {
        if (!File.Exists(Newest))
        {
            return null;
        }

        try
        {
            using var reader = new BinaryReader(File.OpenRead(Newest));
            var version = reader.ReadString();
            var count = reader.ReadInt32();
            if (count is < 0 or > MostEvents)
            {
                throw new InvalidDataException($"{count} events.");
            }

            var ordinals = new long[count];
            for (var i = 0; i < count; i++)
            {
                ordinals[i] = reader.ReadInt64();
            }

            var bytes = reader.ReadBytes((int)(reader.BaseStream.Length - reader.BaseStream.Position));
            return new SavedScorer(version, ordinals, ScorerSnapshot.Read(bytes));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            Log.ScorerUnreadable(logger, e);
            return null;
        }
    }
}
