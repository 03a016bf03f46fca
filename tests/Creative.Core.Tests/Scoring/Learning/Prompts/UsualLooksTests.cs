using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning.Prompts;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Xunit;

namespace Creative.Core.Tests.Scoring.Learning.Prompts;

public sealed class UsualLooksTests
{
    private const int Words = 7;
    private const int Look = 5;

    /// <summary>The posterior of multivariate regression in closed form (matrix normal and inverse Wishart).</summary>
    [Fact]
    public void Step_by_step_is_what_the_closed_form_gives()
    {
        var (looks, seen) = (New(), Elements(40, 1));
        seen.ForEach(one => looks.Learn(one.Words, one.Look, 1));
        Matrix<double> words = DenseMatrix.OfRowArrays(seen.Select(one => one.Words.Select(value => (double)value).ToArray()));
        Matrix<double> outcome = DenseMatrix.OfRowArrays(seen.Select(one => one.Look.Select(value => (double)value).ToArray()));
        var inverse = (words.Transpose() * words) + (2 * DenseMatrix.CreateIdentity(Words));
        var mean = inverse.Solve(words.Transpose() * outcome);
        var scatter = (Look * .005 * DenseMatrix.CreateIdentity(Look)) + (outcome.Transpose() * outcome) - (mean.Transpose() * inverse * mean);

        Near(mean.ToRowMajorArray(), looks.State.Mean);
        Near(inverse.Inverse().ToRowMajorArray(), looks.State.Covariance);
        Near(scatter.Inverse().ToRowMajorArray(), looks.State.Precision);
        Assert.Equal(Look + 40, looks.State.Freedom);
    }

    [Fact]
    public void What_is_forgotten_in_any_order_might_never_have_been()
    {
        var (looks, without, seen) = (New(), New(), Elements(30, 2));
        seen.ForEach(one => looks.Learn(one.Words, one.Look, 1));
        seen.Where((_, i) => i % 3 != 0).ToList().ForEach(one => without.Learn(one.Words, one.Look, 1));
        seen.Where((_, i) => i % 3 == 0).Reverse().ToList().ForEach(one => looks.Forget(one.Words, one.Look, 1));

        Near(without.State.Mean, looks.State.Mean);
        Near(without.State.Covariance, looks.State.Covariance);
        Near(without.State.Precision, looks.State.Precision);
        Assert.Throws<InvalidOperationException>(() => New().Forget(seen[0].Words, seen[0].Look, 1));
    }

    [Fact]
    public void Usual_elements_lie_at_the_usual_distance()
    {
        var (looks, fresh) = (New(), Elements(500, 3));
        Elements(400, 4).ForEach(one => looks.Learn(one.Words, one.Look, 1));

        Assert.InRange(fresh.Average(one => Math.Exp(looks.Unlikeness(one.Words, one.Look, []))), .9, 1.15);
        Assert.All(fresh.Take(50), one => Assert.True(looks.Unlikeness(one.Words, [.. one.Look.Select(value => value + 1)], []) > 3));
    }

    [Fact]
    public void Of_words_that_were_never_seen_little_is_unusual()
    {
        var looks = New();
        Elements(400, 5).ForEach(one => looks.Learn(one.Words, one.Look, 1));
        var (words, look) = Elements(1, 6)[0];
        float[] odd = [.. look.Select(value => value + .5f)], unknown = [.. words.SkipLast(1), 8];

        Assert.True(looks.Unlikeness(unknown, odd, []) < looks.Unlikeness(words, odd, []) - 1);
    }

    [Fact]
    public void Other_candidates_tell_what_an_unknown_prompt_means()
    {
        var looks = New();
        Elements(400, 7).ForEach(one => looks.Learn(one.Words, one.Look, 1));
        var (words, look) = Elements(1, 8)[0];
        float[] unknown = [.. words.SkipLast(1), 8], moved = [.. look.Select(value => value + .5f)];
        float[][] others = [.. Enumerable.Repeat(moved, 7)];

        Assert.True(looks.Unlikeness(unknown, moved, others) < looks.Unlikeness(unknown, look, others) - 2);
        Assert.True(looks.Unlikeness(unknown, moved, others) < looks.Unlikeness(unknown, moved, []));
    }

    /// <summary>What is closed over the others is what learning them with half a voice each would give for the mean.</summary>
    [Fact]
    public void Others_count_as_if_they_had_been_learnt_with_half_a_voice()
    {
        var (looks, taught, seen) = (New(), New(), Elements(60, 9));
        seen.ForEach(one => looks.Learn(one.Words, one.Look, 1));
        seen.ForEach(one => taught.Learn(one.Words, one.Look, 1));
        var (words, look) = Elements(1, 10)[0];
        float[][] others = [.. Elements(3, 11).Select(one => one.Look)];
        var (precision, freedom) = ((double[])taught.State.Precision.Clone(), taught.State.Freedom);
        Array.ForEach(others, other => taught.Learn(words, other, .5));
        precision.CopyTo(taught.State.Precision, 0); // the spread among usable ones is not learnt from others
        taught.State.Freedom = freedom;

        Assert.Equal(taught.Unlikeness(words, look, []), looks.Unlikeness(words, look, others), 9);
    }

    private static UsualLooks New() => new(Words, Look);

    /// <summary>The look of each is a sum over its words, with a spread of its own that is not the same along all numbers.</summary>
    private static List<(float[] Words, float[] Look)> Elements(int count, ulong seed)
    {
        var (truth, random) = (new SeededRandom(99), new SeededRandom(seed));
        double[][] adds = [.. Enumerable.Range(0, Words).Select(_ => Enumerable.Range(0, Look).Select(_ => .08 * truth.NextNormal()).ToArray())];
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] words = [1, .. Enumerable.Range(1, Words - 2).Select(_ => (float)random.Below(2)), 0];
            return (words, Enumerable.Range(0, Look).Select(k => (float)(words.Select((count, word) => count * adds[word][k]).Sum() + (.04 * (1 + k) * random.NextNormal()))).ToArray());
        })];
    }

    private static void Near(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - (1e-8 * (1 + Math.Abs(pair.First))), pair.First + (1e-8 * (1 + Math.Abs(pair.First)))));
}
