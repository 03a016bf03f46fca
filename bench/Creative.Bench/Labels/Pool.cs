using Creative.Core.Scoring.Learning;

namespace Creative.Bench.Labels;

/// <summary>Elements that could be judged.</summary>
/// <param name="Layout">Of what is known of each.</param>
internal sealed record Pool(InputLayout Layout, PoolItem[] Items);
