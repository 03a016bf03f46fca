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
    string Scheduler);
