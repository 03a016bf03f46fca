using System.Collections.Immutable;
using Creative.Core.Scoring.Learning.Files;
using Creative.Core.Scoring.Learning.Linear;
using Creative.Core.Scoring.Learning.Prompts;
using Creative.Core.Scoring.Learning.Verdicts;

namespace Creative.Core.Scoring.Learning;

/// <summary>
/// Learns while designers judge: one Bayesian linear model for each dimension and one for the verdict, and what usable
/// elements of a prompt look like. A judgement takes well under 10 ms; <see cref="Retune"/>, now and then and off the path, finds noise, prior and calibration anew. One
/// writer at a time; readers hold a <see cref="ScorerSnapshot"/>, which never changes.
/// </summary>
public sealed class LearnedScorer
{
    /// <summary>Of a target's range: spread of one judgement before anything is known.</summary>
    private const double UsualNoise = 0.2;

    /// <summary>Variance of a weight before anything is known, in squares of the range.</summary>
    private const double UsualPrior = 0.25;

    /// <summary>Tuned anew when there is this much more than the last time.</summary>
    private const double Growth = 1.5;

    private const int FirstTuning = 30;

    private readonly double[] _features;
    private readonly BayesianLinearModel[] _models;
    private readonly VerdictCalibration _calibration;
    private long _nextTuning;

    /// <param name="map">Makes features of what is known of an element.</param>
    /// <param name="targets">What is foreseen, the verdict among it.</param>
    /// <exception cref="ArgumentException">The verdict is missing.</exception>
    public LearnedScorer(FeatureMap map, ImmutableArray<ScoringTarget> targets)
        : this(
            map,
            targets,
            [.. targets.Select(target => new BayesianLinearModel(map.Length, Square(UsualNoise, target), UsualPrior * Square(1, target)))],
            map.Layout.ExpectsLooks ? new UsualLooks(map.Layout.Words, map.Layout.Look) : null,
            new VerdictCalibration(),
            0,
            FirstTuning)
    {
    }

    internal LearnedScorer(
        FeatureMap map, ImmutableArray<ScoringTarget> targets, BayesianLinearModel[] models, UsualLooks? looks, VerdictCalibration calibration, long judgements, long nextTuning)
    {
        if (targets.All(target => target.Id != ScoringTarget.Usable))
        {
            throw new ArgumentException("The verdict is not among the targets.", nameof(targets));
        }

        (Map, Targets, _models, Looks, _calibration, Judgements, _nextTuning) = (map, targets, models, looks, calibration, judgements, nextTuning);
        _features = new double[map.Length];
    }

    public FeatureMap Map { get; }

    public ImmutableArray<ScoringTarget> Targets { get; }

    /// <value>Judgements learnt and not taken back.</value>
    public long Judgements { get; private set; }

    /// <value>There is so much more to go by than at the last tuning that another one is worth its time.</value>
    public bool WantsTuning => Judgements >= _nextTuning;

    internal IReadOnlyList<BayesianLinearModel> Models => _models;

    /// <value>Null where the inputs have no words, or no look.</value>
    internal UsualLooks? Looks { get; }

    internal VerdictCalibration Calibration => _calibration;

    internal long NextTuning => _nextTuning;

    /// <summary>Learns one judgement. Lessons on targets that are not known here are left out.</summary>
    /// <param name="inputs">What is known of the element, as <see cref="ElementFeaturizer"/> makes it.</param>
    /// <param name="lessons">What the judgement teaches.</param>
    /// <exception cref="ArgumentException">The inputs do not fit, or a value or weight is out of range.</exception>
    public void Learn(ReadOnlySpan<float> inputs, ImmutableArray<Lesson> lessons)
    {
        Map.Expand(inputs, _features);
        foreach (var (target, model, lesson) in Matching(lessons))
        {
            if (target.Id == ScoringTarget.Usable)
            {
                _calibration.See(new VerdictSigns(Standing(target, model, _features), Unlikeness(inputs, [])), lesson.Value > target.Centre);
                if (lesson.Value > target.Centre)
                {
                    Looks?.Learn(Map.Layout.WordsOf(inputs), Map.Layout.LookOf(inputs), lesson.Weight);
                }
            }

            model.Learn(_features, lesson.Value - target.Centre, lesson.Weight);
        }

        Judgements++;
    }

    /// <summary>Takes back a judgement: the same inputs and lessons that were learnt.</summary>
    /// <exception cref="InvalidOperationException">They cannot have been learnt.</exception>
    /// <inheritdoc cref="Learn"/>
    public void Forget(ReadOnlySpan<float> inputs, ImmutableArray<Lesson> lessons)
    {
        Map.Expand(inputs, _features);
        foreach (var (target, model, lesson) in Matching(lessons))
        {
            model.Forget(_features, lesson.Value - target.Centre, lesson.Weight);
            if (target.Id == ScoringTarget.Usable && lesson.Value > target.Centre)
            {
                Looks?.Forget(Map.Layout.WordsOf(inputs), Map.Layout.LookOf(inputs), lesson.Weight);
            }
        }

        Judgements--;
    }

    /// <summary>Noise, prior and calibration anew, from all that was seen. About a tenth of a second for 200 features.</summary>
    public void Retune()
    {
        foreach (var model in _models)
        {
            model.Retune();
        }

        _calibration.Fit();
        _nextTuning = Math.Max(FirstTuning, (long)(Judgements * Growth));
    }

    /// <summary>All that it knows as it is now, for readers.</summary>
    public ScorerSnapshot Snapshot() => ScorerSnapshot.Read(ScorerFile.Write(this));

    /// <summary>How far above the middle a verdict is foreseen, in standard deviations of a judgement.</summary>
    internal static double Standing(ScoringTarget target, BayesianLinearModel model, ReadOnlySpan<double> features)
    {
        var (mean, variance) = model.Foresee(features);
        return (mean + target.Centre - 0.5) / Math.Sqrt(variance + model.Noise);
    }

    /// <summary>How far an element is from what its prompt lets expect, 0 where nothing is expected.</summary>
    /// <param name="others">Looks of further candidates of the same prompt.</param>
    internal double Unlikeness(ReadOnlySpan<float> inputs, IReadOnlyList<float[]> others) =>
        Looks?.Unlikeness(Map.Layout.WordsOf(inputs), Map.Layout.LookOf(inputs), others) ?? 0;

    private IEnumerable<(ScoringTarget Target, BayesianLinearModel Model, Lesson Lesson)> Matching(ImmutableArray<Lesson> lessons) =>
        from pair in Targets.Zip(_models) from lesson in lessons where lesson.Target == pair.First.Id select (pair.First, pair.Second, lesson);

    private static double Square(double share, ScoringTarget target) => share * share * (target.High - target.Low) * (target.High - target.Low);
}
