using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning.Acquisition.Comparisons;

/// <summary>
/// The longest vector first, then by lot, each with a chance in proportion to its squared distance from the nearest one taken
/// (D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful seeding", 2007). On <see cref="GradientEmbedding"/> it is BADGE.
/// </summary>
internal sealed class SpreadBySquares : IAcquisition
{
    private readonly double[][] _vectors;
    private readonly double[] _squares;
    private readonly WeightedDraw _lot;
    private readonly int _longest;

    /// <param name="vectors">One for each item, all of one length.</param>
    public SpreadBySquares(double[][] vectors)
    {
        _vectors = vectors;
        _squares = [.. vectors.Select(vector => Vectors.Dot(vector, vector))];
        _longest = Array.IndexOf(_squares, _squares.DefaultIfEmpty().Max());
        _lot = new WeightedDraw(_squares);
    }

    public int Remaining => _lot.Remaining;

    private bool Begun => _lot.Remaining < _vectors.Length;

    public int Draw(SeededRandom random) => Begun || _longest < 0 ? _lot.Draw(random) : _longest;

    public double Chance(int item) => Begun ? _lot.Chance(item) : item == _longest ? 1 : 0;

    public void Take(int item)
    {
        for (var i = 0; i < _vectors.Length; i++)
        {
            var square = Vectors.SquaredDistance(_vectors[i], _vectors[item]);
            _squares[i] = Begun ? Math.Min(_squares[i], square) : square;
        }

        _lot.Take(item);
    }
}
