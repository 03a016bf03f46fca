using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>The linear multistep method of Adams and Bashforth over σ, as in K. Crowson's k-diffusion, of up to fourth order.</summary>
internal static class Lms
{
    public const int MostOrder = 4;

    /// <summary>Half the distance of the two nodes of Gauss and Legendre, which integrate cubic polynomials exactly.</summary>
    private static readonly double Node = 1 / Math.Sqrt(3);

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given) =>
        Euler.GridOf(schedule.Config, RatioGrid.Exploding(schedule, steps, given));

    /// <summary>
    /// x' = x + Σ d·∫L from σ to σ', with the last slopes d = (x − x0)/σ and L their Lagrange polynomials. Started in the middle of a
    /// grid, the slopes that are missing count as 0 with the weights of full order, as in diffusers.
    /// </summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var from = grid.Levels[step].Sigma;
        Latents.Combine(1 / from, state.Sample, -1 / from, state.Clean, state.Noise);
        state.Remember(state.Noise);
        var order = Math.Min(step + 1, MostOrder);
        for (var i = 0; i < Math.Min(order, state.Known); i++)
        {
            Latents.Add(Weight(grid, step, order, i), state.Past(i), state.Sample);
        }
    }

    private static double Weight(StepGrid grid, int step, int order, int current)
    {
        var (from, to) = (grid.Levels[step].Sigma, grid.Levels[step + 1].Sigma);
        var (middle, half) = ((from + to) / 2, (to - from) / 2);
        return half * (Lagrange(grid, step, order, current, middle - (half * Node)) + Lagrange(grid, step, order, current, middle + (half * Node)));
    }

    private static double Lagrange(StepGrid grid, int step, int order, int current, double at)
    {
        var product = 1.0;
        for (var k = 0; k < order; k++)
        {
            if (k != current)
            {
                product *= (at - grid.Levels[step - k].Sigma) / (grid.Levels[step - current].Sigma - grid.Levels[step - k].Sigma);
            }
        }

        return product;
    }
}
