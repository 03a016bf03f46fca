using Creative.Contract.V1;
using Creative.Core.Diffusion;

namespace Creative.Server.Labeling.Items;

/// <summary>Where a painted element comes from, in the words of the contract.</summary>
internal static class ElementOrigin
{
    /// <param name="vocabulary">Of the model that painted it.</param>
    public static ItemOrigin Of(PaintRequest request, ModelIdentity model, ElementVocabulary vocabulary) => new()
    {
        Prompt = request.Prompt,
        Seed = request.Seed,
        ModelId = model.Id,
        ModelVersion = model.Version,
        ElementClass = ClassIn(request.Prompt, vocabulary),
    };

    /// <summary>The class that a prompt names; empty for none. The longest one counts: "gold coin" before "coin".</summary>
    public static string ClassIn(string prompt, ElementVocabulary vocabulary) => vocabulary.Classes
        .Where(kind => $" {prompt.Replace(',', ' ')} ".Contains($" {kind} ", StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(kind => kind.Length)
        .FirstOrDefault("");
}
