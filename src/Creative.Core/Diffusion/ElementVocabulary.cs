using System.Collections.Immutable;

namespace Creative.Core.Diffusion;

/// <summary>
/// The prompt language of an elements model, from its model.json: every attribute that a brief leaves open is filled
/// from here, since partial prompts muddle a small model.
/// </summary>
/// <param name="Template">Such as "{hue} {class}, {variant}, {view}, {light}"; names in braces are attributes.</param>
/// <param name="Classes">Element classes it can paint, such as "gift box".</param>
/// <param name="Variants">By class; the first is the default.</param>
/// <param name="Hues">By class; the first is the default.</param>
/// <param name="Views">The first is the default.</param>
/// <param name="Lights">The first is the default.</param>
/// <param name="Materials">The first is the default.</param>
/// <param name="Steps">Default denoising steps.</param>
/// <param name="Guidance">Default guidance.</param>
/// <param name="Scheduler">Default scheduler name.</param>
public sealed record ElementVocabulary(
    string Template,
    ImmutableArray<string> Classes,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Variants,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Hues,
    ImmutableArray<string> Views,
    ImmutableArray<string> Lights,
    ImmutableArray<string> Materials,
    int Steps,
    double Guidance,
    string Scheduler)
{
    /// <value>Views of the classes that do not have them all; the first is the default.</value>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> ClassViews { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <value>Classes that fill their picture: grounds to lay under a scene, never heroes.</value>
    public ImmutableArray<string> Textures { get; init; } = [];

    /// <value>Null for a model that has no second denoiser for few steps.</value>
    public FewSteps? FewSteps { get; init; }

    public ImmutableArray<string> ViewsOf(string kind) => ClassViews.GetValueOrDefault(kind, Views);
}

/// <summary>A second denoiser of the same latents, distilled to paint in few steps, and the settings it was made for.</summary>
/// <param name="Steps">Denoising steps, 1 to 8.</param>
/// <param name="Guidance">1 where the guidance was distilled into it.</param>
/// <param name="Scheduler">A name of the scheduler table.</param>
public sealed record FewSteps(int Steps, double Guidance, string Scheduler);
