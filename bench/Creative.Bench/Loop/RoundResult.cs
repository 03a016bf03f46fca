using Creative.Core.Statistics;

namespace Creative.Bench.Loop;

/// <summary>What came of a round.</summary>
/// <param name="Number">0: before anything was trained.</param>
/// <param name="Judged">Judgements for the dataset.</param>
/// <param name="ComparisonLabels">Judgements for the comparison.</param>
/// <param name="Trained">Pictures in the dataset.</param>
/// <param name="Version">That was trained.</param>
/// <param name="Verdict">What the comparison says.</param>
/// <param name="Usable">Of the champion after this round, by the judge, on fresh seeds.</param>
internal sealed record RoundResult(
    int Number, long Judged, long ComparisonLabels, long Trained, string Version, string Verdict, bool Promoted, WilsonInterval Usable, double Minutes);
