namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>One of the variances that are to fall, in units of its mean fall over the candidates that are rated.</summary>
internal sealed class SoughtFall
{
    private readonly VarianceFall _fall;
    private readonly double[]? _chances;
    private readonly Func<float[], double[]> _describe;
    private readonly double _scale;

    /// <param name="share">What it counts beside the others.</param>
    /// <param name="chances">Of each candidate: that its judgement brings the fall; null: it does for certain.</param>
    /// <param name="describe">Makes the features of what is known of an item.</param>
    public SoughtFall(VarianceFall fall, double share, double[]? chances, Func<float[], double[]> describe)
    {
        (_fall, _chances, _describe, _scale) = (fall, chances, describe, 1);
        _scale = share / Math.Max(double.Epsilon, Enumerable.Range(0, fall.Count).Average(row => this[row]));
    }

    /// <summary>What a judgement of this candidate is worth now.</summary>
    public double this[int row] => _scale * _fall[row] * (_chances?[row] ?? 1);

    /// <summary>From now on an item with these inputs counts as judged.</summary>
    public void Take(float[] inputs) => _fall.Take(_describe(inputs));
}
