namespace Creative.Core.ActiveLearning.Acquisition.Comparisons;

/// <summary>
/// The item farthest from all that were judged or taken (T. F. Gonzalez, "Clustering to minimize the maximum intercluster
/// distance", 1985; as core-set selection, O. Sener, S. Savarese, 2018). A comparison: it asks for oddities.
/// </summary>
public sealed class FarthestFirst : HighestFirst
{
    private readonly float[][] _items;
    private readonly double[] _squares;

    /// <param name="items">To choose from.</param>
    /// <param name="judged">That are covered.</param>
    public FarthestFirst(float[][] items, IEnumerable<float[]> judged)
        : base(items.Length)
    {
        (_items, _squares) = (items, new double[items.Length]);
        Array.Fill(_squares, double.PositiveInfinity);
        foreach (var one in judged)
        {
            Cover(one);
        }
    }

    public static FarthestFirst Of(QueueState state) =>
        new([.. state.Candidates.Select(candidate => Seen(state, candidate.Inputs!))], state.Judged.Select(item => item.Inputs).OfType<float[]>().Select(inputs => Seen(state, inputs)));

    /// <value>Distance of the worst covered item.</value>
    public double Radius => Math.Sqrt(_squares.Max());

    protected override double Worth(int item) => _squares[item];

    protected override void Taken(int item) => Cover(_items[item]);

    /// <summary>Without the words of the prompt: pictures are compared.</summary>
    private static float[] Seen(QueueState state, float[] inputs) => state.Scorer is { } scorer ? scorer.Map.Layout.SeenOf(inputs).ToArray() : inputs;

    private void Cover(float[] by)
    {
        for (var i = 0; i < _items.Length; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < by.Length; k++)
            {
                var apart = (double)_items[i][k] - by[k];
                sum += apart * apart;
            }

            _squares[i] = Math.Min(_squares[i], sum);
        }
    }
}
