namespace Creative.Engine.Families;

/// <summary>Between the latents of the denoiser and those of the autoencoder: denoiser = (autoencoder − shift)·factor.</summary>
/// <param name="Factor">Above 0.</param>
/// <param name="Shift">0 but for the newest autoencoders.</param>
public sealed record VaeScaling(double Factor, double Shift)
{
    /// <summary>scaling_factor of a config.json that names none: Stable Diffusion 1 was published before the field was.</summary>
    private const double Usual = 0.18215;

    /// <param name="declared">From model.json, which goes before config.json; null when it says nothing.</param>
    /// <param name="config">Of vae_decoder.</param>
    /// <exception cref="InvalidModelException">Names the field that is wrong or not supported.</exception>
    internal static VaeScaling Of(double? declared, PartSettings config)
    {
        foreach (var field in (string[])["latents_mean", "latents_std"])
        {
            if (config.Numbers(field, 4) is not null)
            {
                throw config.Problem(field, "latents that are normalized channel by channel are not supported");
            }
        }

        return new VaeScaling(
            declared ?? config.Number("scaling_factor", 1e-3, 1e3) ?? (config.Exists ? Usual : 1),
            config.Number("shift_factor", -100, 100) ?? 0);
    }
}
