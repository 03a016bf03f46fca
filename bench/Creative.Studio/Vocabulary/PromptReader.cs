using System.Collections.Immutable;

namespace Creative.Studio.Vocabulary;

/// <summary>Reads prompts of the form "[{material} ]{hue} {noun}, {variant}, {view}, {light}".</summary>
public static class PromptReader
{
    private const int LongestPrompt = 300;

    /// <exception cref="FormatException">Names every part that is wrong, and what could stand there.</exception>
    public static ElementAttributes Read(string prompt)
    {
        var (attributes, problems) = TryRead(prompt);
        return attributes ?? throw new FormatException($"prompt: {string.Join("; ", problems)}.");
    }

    /// <returns>The attributes, or every problem.</returns>
    public static (ElementAttributes? Attributes, ImmutableArray<string> Problems) TryRead(string prompt)
    {
        if (prompt.Length > LongestPrompt)
        {
            return (null, [$"{prompt.Length} characters, expected at most {LongestPrompt}"]);
        }

        var parts = prompt.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 4)
        {
            return (null, [$"{parts.Length} parts between commas, expected 4: hue and noun, variant, view, light"]);
        }

        var material = Elements.Materials.FirstOrDefault(word => parts[0].StartsWith(word + " ", StringComparison.Ordinal));
        var named = material is null ? parts[0] : parts[0][(material.Length + 1)..];
        var kind = Elements.Classes.FirstOrDefault(kind => named.EndsWith(" " + kind.Noun, StringComparison.Ordinal));
        var hue = kind is null ? null : named[..^(kind.Noun.Length + 1)];
        ImmutableArray<string> problems =
        [
            .. kind is null
                ? Wrong("noun", named, [.. Elements.Classes.Select(one => one.Noun)])
                : [.. Wrong("hue", hue!, kind.Hues), .. Wrong("variant", parts[1], kind.Variants)],
            .. Wrong("view", parts[2], Elements.Views),
            .. Wrong("light", parts[3], Elements.Lights),
        ];
        if (problems.Length > 0)
        {
            return (null, problems);
        }

        var shape = Elements.Shapes.First(shape => shape.Class == kind && shape.Variant == parts[1]);
        return (new ElementAttributes(shape, hue!, parts[2], parts[3], material ?? Elements.Materials[0]), []);
    }

    private static IEnumerable<string> Wrong(string what, string word, ImmutableArray<string> words) =>
        words.Contains(word) && what != "noun" ? [] : [$"{what} '{word}', expected one of {string.Join(", ", words)}"];
}
