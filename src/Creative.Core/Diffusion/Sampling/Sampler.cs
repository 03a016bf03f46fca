using System.Collections.Frozen;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>What a step knows: the estimates made from the sample at its beginning, and the one of the step before.</summary>
/// <param name="clean">x0.</param>
/// <param name="noise">ε.</param>
/// <param name="cleanBefore">x0 of the step before; unset at step 0.</param>
public readonly ref struct Estimate(ReadOnlySpan<float> clean, ReadOnlySpan<float> noise, ReadOnlySpan<float> cleanBefore)
{
    public ReadOnlySpan<float> Clean { get; } = clean;

    public ReadOnlySpan<float> Noise { get; } = noise;

    public ReadOnlySpan<float> CleanBefore { get; } = cleanBefore;
}

/// <summary>Moves a sample from one noise level of the grid to the next. Pure: keeps nothing between calls.</summary>
/// <param name="step">From 0.</param>
/// <param name="sample">At level <paramref name="step"/> when called, at the next one afterwards.</param>
public delegate void SamplerStep(StepGrid grid, int step, Span<float> sample, Estimate estimate);

/// <summary>A way from noise to a sample.</summary>
/// <param name="Name">In requests and model.json.</param>
/// <param name="Paper">Where the formula comes from.</param>
/// <param name="Grid">Timesteps and noise levels for a number of steps.</param>
/// <param name="Step">The formula.</param>
public sealed record Sampler(string Name, string Paper, Func<NoiseSchedule, int, StepGrid> Grid, SamplerStep Step);

/// <summary>Every sampler there is: a new one is one function and one line here.</summary>
public static class Samplers
{
    public static readonly FrozenDictionary<string, Sampler> All = new Sampler[]
    {
        new("ddim", "Song, Meng, Ermon 2020, arXiv:2010.02502, equation 12 with η = 0", Ddim.Grid, Ddim.Step),
        new("euler", "Karras, Aittala, Aila, Laine 2022, arXiv:2206.00364, algorithm 1 without its second-order part", Euler.Grid, Euler.Step),
        new("dpmpp_2m", "Lu, Zhou, Bao, Chen, Li, Zhu 2022, arXiv:2211.01095, algorithm 2", DpmSolverPlusPlus.Grid, DpmSolverPlusPlus.Step),
    }.ToFrozenDictionary(sampler => sampler.Name, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Sampler Named(string name) => All.TryGetValue(name, out var sampler)
        ? sampler
        : throw new ArgumentException($"There is no sampler '{name}'; there are {string.Join(", ", All.Keys.Order(StringComparer.Ordinal))}.", nameof(name));
}
