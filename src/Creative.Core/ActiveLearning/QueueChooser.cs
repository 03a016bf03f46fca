using System.Collections.Immutable;
using Creative.Core.ActiveLearning.Acquisition;
using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning;

/// <summary>
/// Fills a rater's queue: for each place a stream is drawn by its share, and the stream says which item. A stream that has
/// nothing leaves its share to the others. The same state and seed give the same queue.
/// </summary>
public static class QueueChooser
{
    /// <summary>Names of the streams, as they are stored.</summary>
    public const string Informative = "informative";

    public const string Random = "random";
    public const string Gold = "gold";
    public const string Repeat = "repeat";
    public const string Relabel = "relabel";

    /// <summary>Below this many judgements the scorer knows too little to say what it lacks.</summary>
    private const long Enough = 30;

    /// <param name="mix">Shares of the streams.</param>
    /// <param name="state">What there is.</param>
    /// <param name="count">Items wanted, at least 1; fewer come back when there are no more.</param>
    /// <param name="random">Draws by lot.</param>
    /// <param name="informative">Of <see cref="Strategies.All"/>: how the informative stream chooses.</param>
    public static ImmutableArray<QueuePick> Choose(QueueMix mix, QueueState state, int count, SeededRandom random, Strategy? informative = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var candidates = state.Candidates.Count;
        var known = candidates > 0 && mix.Informative > 0 && state.Scorer is { } scorer && scorer.Judgements >= Enough && state.Candidates.All(candidate => candidate.Inputs is not null);
        QueueStream[] streams =
        [
            new(Informative, mix.Informative, Pool.Unjudged, known ? (informative ?? Strategies.Default)(state, random) : new RandomDraw(candidates), i => state.Candidates[i].Id),
            new(Random, mix.Random, Pool.Unjudged, new RandomDraw(candidates), i => state.Candidates[i].Id),
            new(Gold, mix.Gold, Pool.Gold, new RandomDraw(state.Gold.Count), i => state.Gold[i]),
            new(Repeat, mix.Repeats, Pool.Repeats, new RandomDraw(state.Repeats.Count), i => state.Repeats[i]),
            new(Relabel, mix.Relabel, Pool.Judged, new LeastAgreed(state, random), i => state.Judged[i].Id),
        ];
        var picks = ImmutableArray.CreateBuilder<QueuePick>(count);
        while (picks.Count < count && Draw(streams, random) is { } stream)
        {
            picks.Add(Pick(stream, streams, random, candidates));
            candidates -= stream.Pool == Pool.Unjudged ? 1 : 0;
        }

        return picks.ToImmutable();
    }

    private static QueuePick Pick(QueueStream stream, QueueStream[] streams, SeededRandom random, int candidates)
    {
        var whole = streams.Where(one => one.Remaining > 0).Sum(one => one.Share);
        var item = stream.Acquisition.Draw(random);
        var same = streams.Where(one => one.Pool == stream.Pool).ToArray();
        var chance = same.Sum(one => one.Share / whole * one.Acquisition.Chance(item));
        foreach (var one in same)
        {
            one.Acquisition.Take(item);
        }

        return new QueuePick(stream.Id(item), stream.Name, chance, candidates);
    }

    /// <summary>A stream by its share; null when all that have a share are empty.</summary>
    private static QueueStream? Draw(QueueStream[] streams, SeededRandom random)
    {
        var open = streams.Where(stream => stream.Remaining > 0 && stream.Share > 0).ToArray();
        var at = random.NextDouble() * open.Sum(stream => stream.Share);
        return open.FirstOrDefault(stream => (at -= stream.Share) < 0) ?? open.LastOrDefault();
    }

    /// <summary>What a stream draws from: two of one pool could bring the same item.</summary>
    private enum Pool
    {
        Unjudged,
        Gold,
        Repeats,
        Judged,
    }

    private sealed record QueueStream(string Name, double Share, Pool Pool, IAcquisition Acquisition, Func<int, string> Id)
    {
        public int Remaining => Acquisition.Remaining;
    }
}
