namespace Creative.Core.Datasets.Splits;

/// <summary>
/// The family of an image that was given none: all images of the same prompt, whatever the seed and the model. Those are what would
/// leak: of the same words a model paints nearly the same picture, so that one of them in training gives away the others. A class
/// is no family: kept apart as a whole, it would be neither learnt nor watched.
/// </summary>
public static class PromptFamily
{
    /// <summary>
    /// The prompt without what does not change its meaning: case, spaces, the order of its parts between commas, parts said twice.
    /// Without a prompt, the class.
    /// </summary>
    public static string Of(string prompt, string elementClass)
    {
        var parts = prompt.ToLowerInvariant().Split(',').Select(Spaced).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return string.Join(", ", parts) is { Length: > 0 } family ? family : elementClass;
    }

    private static string Spaced(string part) => string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
