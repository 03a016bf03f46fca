using System.Collections.Immutable;
using Creative.Core.ActiveLearning.Acquisition;
using Creative.Core.ActiveLearning.Acquisition.Comparisons;
using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning;

/// <summary>A way to choose among the candidates of a state, all of which have inputs, by its scorer, which is there.</summary>
public delegate IAcquisition Strategy(QueueState state, SeededRandom random);

/// <summary>How the informative stream can choose. A new way is a function and a line.</summary>
public static class Strategies
{
    /// <summary>What is shipped: the one that `bench labels` finds best over rare and common families together.</summary>
    public static Strategy Default => (state, random) => VarianceReduction.Of(state, random, towardsThreshold: true);

    /// <summary>By the name that the bench prints.</summary>
    public static ImmutableArray<(string Name, Strategy Choose)> All { get; } =
    [
        ("variance-reduction-at-threshold", Default),
        ("variance-reduction", (state, random) => VarianceReduction.Of(state, random, towardsThreshold: false)),
        ("random", (state, _) => new RandomDraw(state.Candidates.Count)),
        ("uncertainty", (state, _) => MostUncertain.Of(state)),
        ("k-centre", (state, _) => FarthestFirst.Of(state)),
        ("power-sampling", (state, _) => PowerSampling.Of(state)),
        ("disagreement", (state, _) => ExpectedDisagreement.Of(state)),
        ("badge", (state, _) => new SpreadBySquares(GradientEmbedding.OfVerdicts(state))),
    ];
}
