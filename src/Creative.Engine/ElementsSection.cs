using System.Collections.Immutable;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Sampling;
using Creative.Engine.Families;

namespace Creative.Engine;

/// <summary>What model.json says about a model that paints.</summary>
/// <param name="Family">Which parts it has.</param>
/// <param name="Latent">Of the images it was trained on.</param>
/// <param name="Downscale">Pixels of a side for each number of the latent's.</param>
/// <param name="LatentScale">A latent is divided by this before the decoder sees it; null to go by vae_decoder/config.json.</param>
/// <param name="Channels">3 (RGB) or 4 (premultiplied RGBA).</param>
public sealed record ElementsSection(
    ModelFamily Family, LatentShape Latent, int Downscale, double? LatentScale, int Channels, AlphaRange Alpha, ElementVocabulary Vocabulary)
{
    internal static ElementsSection Parse(JsonFields json)
    {
        var family = json.OneOf("family", [.. ModelFamily.All.Select(family => (family.Name, family))]) ?? ModelFamily.All[0];
        var latent = json.Section("latent");
        var image = json.Section("image");
        var defaults = json.Section("defaults");
        var prompts = json.Section("prompts");
        var shape = new LatentShape(latent.Whole("channels", 1, 64), latent.Whole("height", 1, 1024), latent.Whole("width", 1, 1024));
        var downscale = latent.Whole("downscale", 1, 64);
        var channels = image.Whole("channels", 3, 4);
        if (image.OneOf("alpha", ("premultiplied", 4), ("none", 3)) != channels)
        {
            image.Problem("alpha", "is 'premultiplied' for 4 channels and 'none' for 3");
        }

        CheckSide(image, "width", shape.Width * downscale);
        CheckSide(image, "height", shape.Height * downscale);
        return new ElementsSection(
            family,
            shape,
            downscale,
            latent.OptionalNumber("scaling_factor", 1e-3, 1e3),
            channels,
            new AlphaRange((float)image.Number("alpha_floor", 0, 0.5, fallback: 0), (float)image.Number("alpha_ceiling", 0.5, 1, fallback: 1)),
            new ElementVocabulary(
                prompts.Text("template"),
                prompts.List("classes"),
                prompts.Lists("variants"),
                prompts.Lists("hues"),
                prompts.List("views"),
                prompts.List("lights"),
                prompts.List("materials"),
                defaults.Whole("steps", 1, 150),
                defaults.Number("guidance", 0, 20),
                Scheduler(defaults))
            {
                ClassViews = prompts.Has("class_views") ? prompts.Lists("class_views") : Nothing,
                Textures = prompts.Has("textures") ? prompts.List("textures") : [],
                FewSteps = json.Has("few_steps") ? FewStepsOf(json.Section("few_steps")) : null,
            });
    }

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> Nothing = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    private static FewSteps FewStepsOf(JsonFields json) => new(json.Whole("steps", 1, 8), json.Number("guidance", 0, 20), Scheduler(json));

    private static string Scheduler(JsonFields json) =>
        json.OneOf("scheduler", [.. Samplers.Painting.Select(name => (name, name))]) ?? "";

    private static void CheckSide(JsonFields image, string name, int expected)
    {
        if (image.Whole(name, 1, 65536) is var side && side != expected)
        {
            image.Problem(name, $"is {side}, but latent and downscale make {expected}");
        }
    }
}
