using Creative.Contract.V1;
using Creative.Core.Labeling;
using Creative.Core.Scoring.Learning;
using Creative.Server.Labeling.Events;
using Creative.Server.Labeling.Mapping;
using Judgement = Creative.Core.Labeling.Judgement;

namespace Creative.Server.Labeling.Learning;

/// <summary>The scorer that learns, and what it has learnt from. Used by one thread.</summary>
public sealed class Lessons(ElementInputs inputs, ScorerFiles files, EventStore events, ILogger<Lessons> logger)
{
    private readonly Dictionary<string, SortedList<long, Judgement>> _learnt = new(StringComparer.Ordinal);

    private LearnedScorer? _scorer;
    private string _version = "";
    private bool _changed;

    /// <value>Judgements learnt or forgotten since the last save.</value>
    public int Unsaved { get; private set; }

    /// <summary>Makes ready to learn, from where an earlier process stopped.</summary>
    /// <returns>False: there is no embedding model.</returns>
    public async Task<bool> BeginAsync(CancellationToken cancellation)
    {
        if (_scorer is not null)
        {
            return true;
        }

        if (inputs.Featurizer is not { } featurizer)
        {
            return false;
        }

        _version = featurizer.Version;
        var saved = files.Load();
        if (saved is not null && saved.InputsVersion == _version && saved.Snapshot.Map.Layout == featurizer.Layout)
        {
            await RememberAsync(saved.Learnt, cancellation);
            _scorer = saved.Snapshot.Continue();
            _changed = true;
            Log.ScorerGoesOn(logger, _scorer.Judgements);
        }
        else
        {
            // Straight lines on the vectors: what the embedding model was made for.
            _scorer = new LearnedScorer(FeatureMap.For(featurizer.Layout), ScoringTarget.For(DimensionCatalogue.Default.For(ItemKinds.Element)));
        }

        return true;
    }

    /// <summary>Learns the scores of an item that are new, and forgets those that stand no longer.</summary>
    public void Follow(StandingItem item)
    {
        if (item.Inputs is not { } described || item.InputsBy != _version)
        {
            return;
        }

        if (!_learnt.TryGetValue(item.Id, out var learnt))
        {
            _learnt[item.Id] = learnt = [];
        }

        var standing = item.Scores.ToDictionary(score => score.Ordinal);
        foreach (var (ordinal, judgement) in learnt.Where(one => !standing.ContainsKey(one.Key)).ToArray())
        {
            _scorer!.Forget(described, Lesson.Of(judgement));
            learnt.Remove(ordinal);
            Count();
        }

        foreach (var score in item.Scores.Where(score => !learnt.ContainsKey(score.Ordinal)))
        {
            _scorer!.Learn(described, Lesson.Of(score.Given));
            learnt.Add(score.Ordinal, score.Given);
            Count();
        }

        if (_scorer!.WantsTuning)
        {
            _scorer.Retune();
        }
    }

    /// <summary>What is known now; null when nothing is new.</summary>
    public ScorerSnapshot? Snapshot()
    {
        var changed = _changed;
        _changed = false;
        return changed ? _scorer!.Snapshot() : null;
    }

    /// <summary>Puts all of it on the disk.</summary>
    public void Save()
    {
        if (Unsaved > 0)
        {
            files.Save(new SavedScorer(_version, [.. _learnt.Values.SelectMany(item => item.Keys).Order()], _scorer!.Snapshot()));
            Unsaved = 0;
        }
    }

    private void Count()
    {
        _changed = true;
        Unsaved++;
    }

    private async Task RememberAsync(IReadOnlyList<long> ordinals, CancellationToken cancellation)
    {
        var wanted = ordinals.ToHashSet();
        await foreach (var row in events.AfterAsync(0, cancellation))
        {
            if (wanted.Contains(row.Ordinal))
            {
                if (!_learnt.TryGetValue(row.ItemId, out var item))
                {
                    _learnt[row.ItemId] = item = [];
                }

                item.Add(row.Ordinal, LabelMapping.ToJudgement(ScoreEvent.Parser.ParseFrom(row.Content)));
            }
        }
    }
}
