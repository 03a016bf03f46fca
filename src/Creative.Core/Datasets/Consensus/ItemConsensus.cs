using System.Collections.Immutable;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Consensus;

/// <summary>What raters together say of an image.</summary>
/// <param name="UsableChance">That it is usable, 0 to 1.</param>
/// <param name="VotesSayUsable">What the votes say when both answers are taken to be equally common: where nearly everything is usable, one rater's no hardly moves the chance, and two models compared by it would look alike.</param>
/// <param name="Scores">By dimension, where anybody gave one.</param>
/// <param name="Raters">Who gave a verdict or a score.</param>
public sealed record ItemConsensus(double UsableChance, bool VotesSayUsable, ImmutableSortedDictionary<string, CorrectedScore> Scores, int Raters)
{
    public bool Usable => UsableChance >= 0.5;
}
