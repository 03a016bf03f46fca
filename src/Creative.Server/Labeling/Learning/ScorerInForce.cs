using Creative.Core.Scoring;
using Creative.Core.Scoring.Learning;
using Creative.Core.Storage;

namespace Creative.Server.Labeling.Learning;

/// <summary>The newest version of the scorer, for the queue and for renders; and older ones, for replays.</summary>
public sealed class ScorerInForce(ElementInputs inputs, IBlobStore blobs)
{
    /// <summary>What a learned version is called in provenance, before its SHA-256.</summary>
    private const string Learned = "learned ";

    private readonly ElementHeuristics _heuristics = new();
    private volatile ScorerSnapshot? _newest;
    private long _published;

    /// <value>Null: nothing was learnt yet.</value>
    public ScorerSnapshot? Newest => _newest;

    /// <value>Versions published since the server started.</value>
    public long Published => Volatile.Read(ref _published);

    /// <value>What the inputs of items have to be made by; null: there is no embedding model.</value>
    public string? InputsVersion => inputs.Featurizer?.Version;

    public void Publish(ScorerSnapshot snapshot)
    {
        _newest = snapshot;
        Interlocked.Increment(ref _published);
    }

    /// <summary>The scorer to begin a render with, kept on the disk under its version so that the render can go on, and be made again, with the same.</summary>
    public async Task<IElementScorer> PinAsync(CancellationToken cancellation)
    {
        if (_newest is not { Judgements: >= LearnedElementScorer.Enough } snapshot || inputs.Featurizer is not { } featurizer)
        {
            return _heuristics;
        }

        // The name of a blob is the SHA-256 of its bytes, and so is the version of a scorer.
        await blobs.PutAsync(snapshot.Bytes.AsMemory(), cancellation);
        return new LearnedElementScorer(featurizer, snapshot, _heuristics);
    }

    /// <summary>The scorer of a version as provenance names it; null when it is not there.</summary>
    public async Task<IElementScorer?> FindAsync(string version, CancellationToken cancellation)
    {
        if (version.Length == 0 || version == _heuristics.Version)
        {
            return _heuristics;
        }

        if (!version.StartsWith(Learned, StringComparison.Ordinal) || inputs.Featurizer is not { } featurizer)
        {
            return null;
        }

        var name = version[Learned.Length..];
        await using var stream = IsName(name) ? blobs.Open(name) : null;
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, cancellation);
        var snapshot = ScorerSnapshot.Read(bytes);
        return snapshot.Map.Layout == featurizer.Layout ? new LearnedElementScorer(featurizer, snapshot, _heuristics) : null;
    }

    private static bool IsName(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
