using Creative.Studio.Raters;

namespace Creative.Bench.Labels;

/// <summary>An element that could be judged.</summary>
/// <param name="Inputs">What the scorer knows of it.</param>
/// <param name="Quality">What it is really like.</param>
/// <param name="Family">What it shows.</param>
/// <param name="Measured">What the heuristics give it among the candidates of its prompt, 0 to 1; 0 for an element without a picture.</param>
internal sealed record PoolItem(float[] Inputs, TrueQuality Quality, string Family, double Measured);
