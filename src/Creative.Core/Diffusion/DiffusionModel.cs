using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion;

/// <summary>All parts of a text-conditioned latent diffusion model.</summary>
public sealed record DiffusionModel
{
    public required ModelIdentity Identity { get; init; }

    public required ElementVocabulary Vocabulary { get; init; }

    public required SchedulerConfig Scheduler { get; init; }

    /// <value>Of the images to paint; need not be square.</value>
    public required LatentShape Latent { get; init; }

    /// <value>Stretched to 0 to 1 in the images.</value>
    public AlphaRange Alpha { get; init; } = AlphaRange.Whole;

    public required ITextEncoder TextEncoder { get; init; }

    public required IDenoiser Denoiser { get; init; }

    /// <value>Null for a model without one; <see cref="ElementVocabulary.FewSteps"/> says what it was made for.</value>
    public IDenoiser? FewStepDenoiser { get; init; }

    public required IImageDecoder Decoder { get; init; }

    /// <value>Null for a model that cannot start from a picture; <see cref="WhyNoEncoder"/> tells why.</value>
    public IImageEncoder? Encoder { get; init; }

    public string WhyNoEncoder { get; init; } = "it has no vae_encoder";

    /// <value>Makes cut-outs of a model's RGB pictures; null where it paints alpha itself, or there is none.</value>
    public IMatting? Matting { get; init; }

    /// <value>An empty negative prompt counts as zeros, not as the encoding of no words (SDXL).</value>
    public bool EmptyNegativeIsZero { get; init; }
}
