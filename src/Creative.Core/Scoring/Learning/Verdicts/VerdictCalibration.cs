using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Creative.Core.Scoring.Learning.Verdicts;

/// <summary>
/// Fits the <see cref="VerdictCurve"/> to verdicts that were foreseen before they were seen (after J. Platt, "Probabilistic
/// outputs for support vector machines", 1999, with the normal curve and two signs). Until there are enough of them it is plain.
/// </summary>
internal sealed class VerdictCalibration
{
    private const int Least = 60;
    private const int Kept = 1000;
    private const int Steps = 25;

    /// <summary>What a fit stays within: one that wants to go further has too little to go by.</summary>
    private static readonly (double Low, double High)[] Bounds = [(0.2, 5), (0, 5), (-3, 3)];

    /// <summary>Two of either verdict in the middle are assumed.</summary>
    private static readonly (VerdictSigns Signs, bool Usable)[] Assumed = [(new(1, 0), true), (new(1, 0), true), (new(-1, 0), false), (new(-1, 0), false)];

    private readonly Queue<(VerdictSigns Signs, bool Usable)> _seen;

    public VerdictCalibration()
        : this(VerdictCurve.Plain, [])
    {
    }

    public VerdictCalibration(VerdictCurve curve, IEnumerable<(VerdictSigns Signs, bool Usable)> seen) =>
        (Curve, _seen) = (curve, new Queue<(VerdictSigns, bool)>(seen));

    public VerdictCurve Curve { get; private set; }

    public IReadOnlyCollection<(VerdictSigns Signs, bool Usable)> Seen => _seen;

    public void See(VerdictSigns signs, bool usable)
    {
        if (_seen.Count == Kept)
        {
            _seen.Dequeue();
        }

        _seen.Enqueue((signs, usable));
    }

    /// <summary>By Fisher scoring of the probit likelihood.</summary>
    public void Fit()
    {
        if (_seen.Count < Least)
        {
            return;
        }

        // The older half was foreseen by a model that knew less.
        (VerdictSigns Signs, bool Usable)[] pairs = [.. _seen.TakeLast(Math.Max(Least, _seen.Count / 2)), .. Assumed];
        var curve = VerdictCurve.Plain;
        for (var step = 0; step < Steps; step++)
        {
            curve = Climb(curve, pairs);
        }

        Curve = curve;
    }

    private static VerdictCurve Climb(VerdictCurve curve, (VerdictSigns Signs, bool Usable)[] pairs)
    {
        var (slope, information) = (new DenseVector(Bounds.Length), DenseMatrix.CreateDiagonal(Bounds.Length, Bounds.Length, 1e-9));
        foreach (var (signs, usable) in pairs)
        {
            var at = curve.At(signs);
            var chance = Math.Clamp(Normal.CDF(0, 1, at), 1e-9, 1 - 1e-9);
            var density = Normal.PDF(0, 1, at);
            var by = new DenseVector([signs.Standing, -signs.Unlikeness, 1]);
            slope += (DenseVector)(by * (density * ((usable ? 1 : 0) - chance) / (chance * (1 - chance))));
            information += (DenseMatrix)(by.OuterProduct(by) * (density * density / (chance * (1 - chance))));
        }

        double[] next = [.. information.Solve(slope).Zip([curve.Slope, curve.Penalty, curve.Offset], (step, from) => from + step)];
        double Within(int i) => Math.Clamp(next[i], Bounds[i].Low, Bounds[i].High);
        return new VerdictCurve(Within(0), Within(1), Within(2));
    }
}
