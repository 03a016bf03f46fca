using Creative.Core.Diffusion.Noise;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>
/// DPM-Solver++ (2S) for the stochastic equation, Lu et al. 2022, arXiv:2211.01095, as K. Crowson's k-diffusion writes it
/// (sample_dpmpp_sde): ancestral to the middle and, from the beginning with the estimate found there, ancestral to the end.
/// </summary>
internal static class DpmSde
{
    private const int Start = 0;

    /// <summary>Even runs to the middle, odd runs from where that began to the end. The noise of both is of one Brownian path over σ.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var (levels, toMiddle) = (grid.Levels, step % 2 == 0);
        var (from, to) = (levels[toMiddle ? step : step - 1].Sigma, levels[step + 1].Sigma);
        if (toMiddle)
        {
            state.Sample.CopyTo(state.Kept(Start));
        }
        else
        {
            state.Kept(Start).CopyTo(state.Sample);
        }

        var (down, up) = to > 0 ? Ancestral.Split(from, to) : (0, 0);
        Euler.Towards(down, from, state.Clean, state.Sample);
        if (up > 0)
        {
            // The path runs over all levels of the grid but the last, which is without noise.
            state.AddRandom(up, new BrownianSpan(levels[^2].Sigma, levels[0].Sigma, from, to));
        }
    }
}
