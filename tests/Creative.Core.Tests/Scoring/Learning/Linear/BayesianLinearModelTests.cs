using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning.Linear;
using MathNet.Numerics.LinearAlgebra.Double;
using Xunit;

namespace Creative.Core.Tests.Scoring.Learning.Linear;

public sealed class BayesianLinearModelTests
{
    private const int Length = 7;

    [Fact]
    public void Step_by_step_is_what_the_normal_equations_give()
    {
        var (model, seen) = (new BayesianLinearModel(Length, .3, 2), Observations(40, 5));
        foreach (var (features, value, weight) in seen)
        {
            model.Learn(features, value, weight);
        }

        var rows = DenseMatrix.OfRowArrays(seen.Select(one => one.Features));
        var weights = DenseMatrix.OfDiagonalArray([.. seen.Select(one => one.Weight / .3)]);
        var covariance = ((rows.Transpose() * weights * rows) + (DenseMatrix.CreateIdentity(Length) / 2)).Inverse();
        var mean = covariance * rows.Transpose() * weights * DenseVector.OfEnumerable(seen.Select(one => one.Value));

        Near(mean.ToArray(), model.Mean, 1e-9);
        Near(covariance.ToRowMajorArray(), model.Covariance, 1e-9);
        Assert.Equal(40, model.Count);
    }

    [Fact]
    public void What_is_forgotten_might_never_have_been()
    {
        var seen = Observations(30, 6);
        var (model, without) = (new BayesianLinearModel(Length, .2, 1), new BayesianLinearModel(Length, .2, 1));
        foreach (var (one, i) in seen.Select((one, i) => (one, i)))
        {
            model.Learn(one.Features, one.Value, one.Weight);
            if (i % 3 != 0)
            {
                without.Learn(one.Features, one.Value, one.Weight);
            }
        }

        foreach (var one in seen.Where((_, i) => i % 3 == 0))
        {
            model.Forget(one.Features, one.Value, one.Weight);
        }

        Near(without.Mean, model.Mean, 1e-9);
        Near(without.Covariance, model.Covariance, 1e-9);
        Assert.Equal(20, model.Count);
    }

    [Fact]
    public void What_was_never_learnt_cannot_be_forgotten()
    {
        var model = new BayesianLinearModel(2, .1, 1);

        Assert.Throws<InvalidOperationException>(() => model.Forget([1, 1], 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Learn([1, 1], double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Learn([1, 1], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Learn([1], 1, 1));
    }

    [Fact]
    public void Tuning_finds_noise_and_prior()
    {
        var (model, random) = (new BayesianLinearModel(40, 5, .01), new SeededRandom(3));
        double[] truth = [.. Enumerable.Range(0, 40).Select(_ => .8 * random.NextNormal())];
        for (var i = 0; i < 600; i++)
        {
            double[] features = [.. truth.Select(_ => random.NextNormal())];
            model.Learn(features, features.Zip(truth, (a, b) => a * b).Sum() + (.5 * random.NextNormal()), 1);
        }

        model.Retune();

        Assert.InRange(model.Noise, .25 * .85, .25 * 1.15);
        Assert.InRange(model.Prior, .64 * .5, .64 * 1.7);
        Near(truth, model.Mean, .12);
    }

    [Fact]
    public void Tuning_goes_on_from_what_was_seen()
    {
        var seen = Observations(50, 8);
        var (model, fresh) = (new BayesianLinearModel(Length, .5, 1), default(BayesianLinearModel));
        foreach (var one in seen)
        {
            model.Learn(one.Features, one.Value, one.Weight);
        }

        model.Retune();
        fresh = new BayesianLinearModel(Length, model.Noise, model.Prior);
        foreach (var one in seen)
        {
            fresh.Learn(one.Features, one.Value, one.Weight);
        }

        Near(fresh.Mean, model.Mean, 1e-8);
        Near(fresh.Covariance, model.Covariance, 1e-8);
    }

    [Fact]
    public void Learning_allocates_nothing()
    {
        var (model, features) = (new BayesianLinearModel(64, .5, 1), new double[64]);
        features[3] = 1;
        model.Learn(features, 1, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            model.Learn(features, i % 2, 1);
            model.Forget(features, i % 2, 1);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static (double[] Features, double Value, double Weight)[] Observations(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
            (Enumerable.Range(0, Length).Select(_ => random.NextNormal()).ToArray(), random.NextNormal(), random.Between(.2, 2)))];
    }

    private static void Near(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.InRange(actual[i], expected[i] - tolerance, expected[i] + tolerance);
        }
    }
}
