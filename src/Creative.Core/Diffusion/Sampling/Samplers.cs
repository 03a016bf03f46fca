using System.Collections.Frozen;
using Creative.Core.Diffusion.Sampling.Methods;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>Every sampler there is: a new one is one function and one line here.</summary>
public static class Samplers
{
    private const ModelKinds Any = ModelKinds.Diffusion | ModelKinds.Flow;

    public static readonly FrozenDictionary<string, Sampler> All = new Sampler[]
    {
        new("ddim", "Song, Meng, Ermon 2020, arXiv:2010.02502, equation 12", ModelKinds.Diffusion, Ddim.Grid, Ddim.Step) { BlindAtPureNoise = true },
        new("ddim_inverse", "the same backwards", ModelKinds.Diffusion, Ddim.InverseGrid, Ddim.Step) { BlindAtPureNoise = true, Inverse = true },
        new("ddpm", "Ho, Jain, Abbeel 2020, arXiv:2006.11239, algorithm 2", ModelKinds.Diffusion, Ddpm.Grid, Weighted.Step) { BlindAtPureNoise = true },
        new("unclip", "Ramesh et al. 2022, arXiv:2204.06125: DDPM over both ends", ModelKinds.Own, Ddpm.UnclipGrid, Weighted.Step),
        new("pndm", "Liu, Ren, Lin, Zhao 2022, arXiv:2202.09778", ModelKinds.Diffusion, Pndm.Grid, Pndm.Step) { BlindAtPureNoise = true, Past = Pndm.MostOrder, Kept = 2 },
        new("ipndm", "Liu, Ren, Lin, Zhao 2022, arXiv:2202.09778, equation 12 alone", ModelKinds.Own, Ipndm.Grid, Ipndm.Step) { Past = Pndm.MostOrder },
        new("euler", "Karras, Aittala, Aila, Laine 2022, arXiv:2206.00364, algorithm 1 without its second-order part", ModelKinds.Diffusion, Euler.Grid, Euler.Step),
        new("euler_ancestral", "Song et al. 2020, arXiv:2011.13456, appendix F, after k-diffusion", ModelKinds.Diffusion, Ancestral.Grid, Ancestral.Step) { Configure = Ancestral.Configure },
        new("edm_euler", "Karras, Aittala, Aila, Laine 2022, arXiv:2206.00364, for models trained by it", ModelKinds.Residual, Euler.EdmGrid, Euler.Step),
        new("heun", "Karras, Aittala, Aila, Laine 2022, arXiv:2206.00364, algorithm 1", ModelKinds.Diffusion, Heun.Grid, Heun.Step) { Kept = 2, Runs = 2 },
        new("lms", "Adams and Bashforth 1883 over σ, after k-diffusion", ModelKinds.Diffusion, Lms.Grid, Lms.Step) { Past = Lms.MostOrder },
        new("kdpm2", "Lu et al. 2022, arXiv:2206.00927, algorithm 1, after k-diffusion", ModelKinds.Diffusion, Kdpm2.Grid, Kdpm2.Step) { Kept = 1, Runs = 2 },
        new("kdpm2_ancestral", "the same with fresh noise", ModelKinds.Diffusion, Kdpm2.AncestralGrid, Kdpm2.AncestralStep) { Kept = 1, Runs = 2 },
        new("dpmpp_sde", "Lu et al. 2022, arXiv:2211.01095, after k-diffusion", ModelKinds.Diffusion, Kdpm2.SdeGrid, DpmSde.Step) { Kept = 1, Runs = 2 },
        Multistep("dpmpp_2m", config => config with { Algorithm = DpmAlgorithm.CleanOde, SolverOrder = 2 }),
        Multistep("dpmpp_2m_karras", config => config with { Algorithm = DpmAlgorithm.CleanOde, SolverOrder = 2, Sigmas = SigmaSpacing.Karras }),
        Multistep("dpmpp_2m_sde", config => config with { Algorithm = DpmAlgorithm.CleanSde, SolverOrder = 2 }),
        Multistep("dpmpp_2m_sde_karras", config => config with { Algorithm = DpmAlgorithm.CleanSde, SolverOrder = 2, Sigmas = SigmaSpacing.Karras }),
        Multistep("dpm_multistep", config => config),
        Multistep("dpm_multistep_inverse", config => config) with { Models = ModelKinds.Diffusion, Grid = DpmMultistep.InverseGrid, Inverse = true },
        Multistep("edm_dpm_multistep", config => config) with { Models = ModelKinds.Residual, Grid = DpmMultistep.EdmGrid },
        new("dpm_singlestep", "Lu et al. 2022, arXiv:2206.00927, algorithms 1 and 2; arXiv:2211.01095, algorithm 1", Any, DpmSinglestep.Grid, DpmSinglestep.Step) { Past = 3, Kept = 1 },
        new("deis", "Zhang and Chen 2022, arXiv:2204.13902, ρAB", Any, Deis.Grid, Deis.Step) { Past = 3, Configure = Deis.Configure },
        new("unipc", "Zhao, Bai, Rao, Zhou, Lu 2023, arXiv:2302.04867, algorithms 5 and 6", Any, UniPc.Grid, UniPc.Step) { Past = 3, Kept = 1, Configure = UniPc.Configure },
        new("sa_solver", "Xue et al. 2023, arXiv:2309.05019, algorithm 1", Any, SaSolver.Grid, SaSolver.Step) { Past = SaSolver.MostOrder, Kept = 2, Configure = Deis.Configure },
        new("lcm", "Luo, Tan, Huang, Li, Zhao 2023, arXiv:2310.04378, algorithm 3", ModelKinds.Diffusion, Consistency.LcmGrid, Weighted.Step) { BlindAtPureNoise = true },
        new("tcd", "Zheng et al. 2024, arXiv:2402.19159, algorithm 4", ModelKinds.Diffusion, Consistency.TcdGrid, Weighted.Step) { BlindAtPureNoise = true },
        new("consistency", "Song, Dhariwal, Chen, Sutskever 2023, arXiv:2303.01469, algorithm 1", ModelKinds.Own, Consistency.Grid, Weighted.Step),
        new("flow_euler", "Lipman et al. 2022, arXiv:2210.02747; Esser et al. 2024, arXiv:2403.03206", ModelKinds.Flow, FlowEuler.Grid, FlowEuler.Step),
    }.ToFrozenDictionary(sampler => sampler.Name, StringComparer.Ordinal);

    /// <value>Names of those that paint, in order.</value>
    public static IReadOnlyList<string> Painting { get; } = [.. All.Values.Where(sampler => !sampler.Inverse).Select(sampler => sampler.Name).Order(StringComparer.Ordinal)];

    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Sampler Named(string name) => All.TryGetValue(name, out var sampler)
        ? sampler
        : throw new ArgumentException($"There is no sampler '{name}'; there are {string.Join(", ", All.Keys.Order(StringComparer.Ordinal))}.", nameof(name));

    private static Sampler Multistep(string name, Func<SchedulerConfig, SchedulerConfig> configure) =>
        new(name, "Lu, Zhou, Bao, Chen, Li, Zhu 2022, arXiv:2211.01095, algorithm 2", Any, DpmMultistep.Grid, DpmMultistep.Step) { Past = 3, Configure = configure };
}
