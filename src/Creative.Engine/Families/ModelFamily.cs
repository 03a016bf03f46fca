using System.Collections.Immutable;

namespace Creative.Engine.Families;

/// <summary>What the parts of a diffusion model have in common with others of its kind: which there are, and what the UNet reads.</summary>
/// <param name="Name">In model.json.</param>
/// <param name="Title">In plain words.</param>
/// <param name="Pipeline">_class_name in model_index.json, without "Onnx" or "ORT" before and "Img2Img" or "Inpaint" within.</param>
/// <param name="TwoEncoders">Last but one hidden states of two text encoders, and a pooled row; the UNet reads text_embeds and time_ids.</param>
/// <param name="EmbedsGuidance">The UNet reads timestep_cond: true, false, or null for either.</param>
public sealed record ModelFamily(string Name, string Title, string Pipeline, bool TwoEncoders, bool? EmbedsGuidance)
{
    /// <summary>Every family there is.</summary>
    public static readonly ImmutableArray<ModelFamily> All =
    [
        new("stable-diffusion", "Stable Diffusion 1 or 2", "StableDiffusionPipeline", TwoEncoders: false, EmbedsGuidance: false),
        new("stable-diffusion-xl", "Stable Diffusion XL", "StableDiffusionXLPipeline", TwoEncoders: true, EmbedsGuidance: null),
        new("latent-consistency", "Latent consistency model", "LatentConsistencyModelPipeline", TwoEncoders: false, EmbedsGuidance: true),
    ];

    /// <summary>The family of a class of model_index.json; null for one that we do not know.</summary>
    public static ModelFamily? OfPipeline(string name)
    {
        var plain = name.StartsWith("ORT", StringComparison.Ordinal) ? name[3..] : name.StartsWith("Onnx", StringComparison.Ordinal) ? name[4..] : name;
        plain = plain.Replace("Img2Img", "", StringComparison.Ordinal).Replace("Inpaint", "", StringComparison.Ordinal);
        return All.FirstOrDefault(family => family.Pipeline == plain);
    }

    /// <summary>The family whose UNet has these inputs; null when there is none.</summary>
    public static ModelFamily? OfInputs(IEnumerable<string> inputs)
    {
        var names = inputs.ToHashSet(StringComparer.Ordinal);
        var (two, embeds) = (names.Contains("text_embeds") && names.Contains("time_ids"), names.Contains("timestep_cond"));
        return All.FirstOrDefault(family => family.TwoEncoders == two && (family.EmbedsGuidance ?? embeds) == embeds);
    }
}
