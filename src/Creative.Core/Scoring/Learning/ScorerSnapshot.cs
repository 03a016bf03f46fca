using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Creative.Core.Scoring.Learning.Files;
using Creative.Core.Scoring.Learning.Verdicts;

namespace Creative.Core.Scoring.Learning;

/// <summary>What a scorer knew at one moment. Never changes; safe to use from several threads.</summary>
public sealed class ScorerSnapshot
{
    private readonly LearnedScorer _scorer;

    private ScorerSnapshot(LearnedScorer scorer, ImmutableArray<byte> bytes)
    {
        (_scorer, Bytes) = (scorer, bytes);
        Version = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan()));
        Usable = scorer.Targets.ToList().FindIndex(target => target.Id == ScoringTarget.Usable);
    }

    /// <value>64 lower-case hexadecimal digits: the SHA-256 of <see cref="Bytes"/>. Same version, same answers.</value>
    public string Version { get; }

    /// <value>What <see cref="Read"/> takes.</value>
    public ImmutableArray<byte> Bytes { get; }

    public FeatureMap Map => _scorer.Map;

    public ImmutableArray<ScoringTarget> Targets => _scorer.Targets;

    /// <value>How many it has seen.</value>
    public long Judgements => _scorer.Judgements;

    /// <value>Place of the verdict among the targets.</value>
    internal int Usable { get; }

    /// <exception cref="InvalidDataException">Not a scorer, of a later format, cut short, or changed.</exception>
    public static ScorerSnapshot Read(ReadOnlySpan<byte> bytes) => new(ScorerFile.Read(bytes), [.. bytes]);

    /// <summary>A scorer that goes on learning from here.</summary>
    public LearnedScorer Continue() => ScorerFile.Read(Bytes.AsSpan());

    /// <summary>What designers would say of an element.</summary>
    /// <param name="inputs">What is known of it, as <see cref="ElementFeaturizer"/> makes it.</param>
    /// <exception cref="ArgumentException">The inputs do not fit.</exception>
    public Forecast Foresee(ReadOnlySpan<float> inputs) => Foresee(inputs, []);

    /// <summary>What designers would say of each of several candidates of one prompt: most are usable, so that each also tells what the prompt means.</summary>
    /// <param name="candidates">What is known of each, of one prompt.</param>
    /// <exception cref="ArgumentException">The inputs do not fit.</exception>
    public ImmutableArray<Forecast> ForeseeCandidates(IReadOnlyList<float[]> candidates) =>
        [.. candidates.Select((inputs, i) => Foresee(inputs, [.. candidates.Where((_, k) => k != i).Select(other => Map.Layout.LookOf(other).ToArray())]))];

    /// <summary>The chance that it is usable alone, at a seventh of the price of <see cref="Foresee(ReadOnlySpan{float})"/>.</summary>
    /// <inheritdoc cref="Foresee(ReadOnlySpan{float})"/>
    public double ForeseeUsable(ReadOnlySpan<float> inputs)
    {
        var features = new double[Map.Length];
        Map.Expand(inputs, features);
        return Verdict(features, _scorer.Unlikeness(inputs, [])).Value;
    }

    /// <summary>Mean and variance of a target about its centre, without allocating and without the noise of a judgement.</summary>
    internal (double Mean, double Variance) Latent(int target, ReadOnlySpan<double> features)
    {
        var scratch = ArrayPool<double>.Shared.Rent(features.Length);
        try
        {
            return _scorer.Models[target].Foresee(features, scratch.AsSpan(0, features.Length));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    /// <summary>Of what each word adds to the look of usable elements, in variances of a look, row by row; empty where nothing is expected of a prompt.</summary>
    internal ReadOnlySpan<double> LooksCovariance => _scorer.Looks is { } looks ? looks.State.Covariance : [];

    internal double Noise(int target) => _scorer.Models[target].Noise;

    /// <summary>Of the weights of a target, row by row.</summary>
    internal ReadOnlySpan<double> Covariance(int target) => _scorer.Models[target].Covariance;

    private Forecast Foresee(ReadOnlySpan<float> inputs, IReadOnlyList<float[]> others)
    {
        var features = new double[Map.Length];
        Map.Expand(inputs, features);
        var unlikeness = _scorer.Unlikeness(inputs, others);
        var foreseen = ImmutableArray.CreateBuilder<Foreseen>(Targets.Length);
        for (var i = 0; i < Targets.Length; i++)
        {
            foreseen.Add(i == Usable ? Verdict(features, unlikeness) : Score(Targets[i], i, features));
        }

        return new Forecast(Targets, foreseen.MoveToImmutable()) { Unlikeness = Map.Layout.ExpectsLooks ? Math.Exp(unlikeness) : null };
    }

    private Foreseen Score(ScoringTarget target, int place, double[] features)
    {
        var (mean, variance) = Latent(place, features);
        return new Foreseen(target.Id, Math.Clamp(target.Centre + mean, target.Low, target.High), Math.Sqrt(variance), Math.Sqrt(Noise(place)));
    }

    /// <summary>The chance, and by how much it moves with one standard deviation of what is not known.</summary>
    private Foreseen Verdict(double[] features, double unlikeness)
    {
        var (mean, variance) = Latent(Usable, features);
        var spread = Math.Sqrt(variance + Noise(Usable));
        double Chance(double at) => _scorer.Calibration.Curve.Chance(new VerdictSigns(at / spread, unlikeness));
        var deviation = Math.Sqrt(variance);
        return new Foreseen(ScoringTarget.Usable, Chance(mean), (Chance(mean + deviation) - Chance(mean - deviation)) / 2, Math.Sqrt(Noise(Usable)));
    }
}
