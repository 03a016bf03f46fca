using System.Collections.Immutable;
using Creative.Core.Diffusion.Noise;
using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion.Device;

/// <summary>
/// Finds the matrices of a sampler's steps by running the very same sampler over tiny samples: number i of a signal is its share
/// of signal i, so that what comes out of a step are the weights. Every formula stays written once.
/// </summary>
public static class LinearSteps
{
    private const int MostDraws = 4;

    /// <param name="first">Index into the grid at which the way begins.</param>
    /// <param name="obstacle">Why the way is no row of matrices; null when it is one.</param>
    /// <returns>One for each step from <paramref name="first"/> on; empty with an obstacle.</returns>
    public static ImmutableArray<LinearStep> Of(Sampler sampler, StepGrid grid, int first, out string? obstacle)
    {
        obstacle = grid.Limit is null ? null : $"{sampler.Name} limits the clean estimate for this model";
        if (obstacle is not null)
        {
            return [];
        }

        var steps = ImmutableArray.CreateBuilder<LinearStep>(grid.Steps - first);
        var shares = new Shares();
        using var state = new SampleState(1 + sampler.Past + sampler.Kept + 1 + MostDraws, sampler, shares);
        for (var step = first; step < grid.Steps; step++)
        {
            steps.Add(Of(sampler, grid, step, state, shares));
            if (!steps[^1].Next.All(float.IsFinite) || !steps[^1].Clean.All(float.IsFinite))
            {
                obstacle = $"{sampler.Name} has a weight that is not finite at step {step + 1}";
                return [];
            }
        }

        return steps.MoveToImmutable();
    }

    private static LinearStep Of(Sampler sampler, StepGrid grid, int step, SampleState state, Shares shares)
    {
        var signals = state.Signals;
        Span<float> output = stackalloc float[signals + 1 + MostDraws];
        output.Clear();
        output[signals] = 1;
        for (var i = 0; i < signals; i++)
        {
            state.Signal(i).Clear();
            state.Signal(i)[i] = 1;
        }

        shares.Begin(signals + 1);
        state.Advance(sampler, grid, step, output);
        var width = signals + 1 + shares.Drawn.Count;
        var next = ImmutableArray.CreateBuilder<float>(signals * width);
        for (var i = 0; i < signals; i++)
        {
            next.AddRange(state.Signal(i)[..width]);
        }

        return new LinearStep(signals, [.. shares.Drawn], next.MoveToImmutable(), [.. state.Clean[..width]]);
    }

    /// <summary>Instead of noise: a signal of its own for each draw.</summary>
    private sealed class Shares : INormalNumbers
    {
        private int _first;

        public List<BrownianSpan?> Drawn { get; } = [];

        public void Begin(int first)
        {
            _first = first;
            Drawn.Clear();
        }

        public void Normal(Span<float> values) => Draw(null, values);

        public void Normal(BrownianSpan span, Span<float> values) => Draw(span, values);

        private void Draw(BrownianSpan? span, Span<float> values)
        {
            values.Clear();
            values[_first + Drawn.Count] = 1;
            Drawn.Add(span);
        }
    }
}
