using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Scenes;

namespace Creative.Core.Compliance;

/// <summary>The gate on the way out: what a finished scene says is what was approved, and nothing else.</summary>
public static class DeliveredCopyCheck
{
    /// <summary>Ends the role of decoration that repeats the words of a role, such as "headline-shadow".</summary>
    public const string EchoSuffix = "-shadow";

    /// <summary>The role of the visible AI label.</summary>
    public const string AiLabel = "ai_label";

    /// <summary>
    /// Differences in plain words; none when every role that was not dropped says exactly its approved text, what repeats
    /// a role repeats it exactly, and no other text is there.
    /// </summary>
    /// <param name="scene">Text nodes are matched by role; "call to action" and "call_to_action" are the same role.</param>
    /// <param name="approved">The copy of the valid brief.</param>
    /// <param name="dropped">Optional roles that were left out.</param>
    /// <param name="label">The AI label that has to be there; empty: none.</param>
    public static ImmutableArray<string> Differences(Scene scene, Copy approved, IEnumerable<string> dropped, string label = "")
    {
        ArgumentNullException.ThrowIfNull(scene);
        var drawn = scene.Nodes.OfType<TextNode>()
            .GroupBy(node => node.Role, StringComparer.Ordinal)
            .ToLookup(group => IsEcho(group.Key), group => (Role: Plain(group.Key), Text: Letters(group.SelectMany(node => node.Runs).Select(run => run.Text))));
        var words = drawn[false].GroupBy(entry => entry.Role).ToDictionary(group => group.Key, group => string.Concat(group.Select(entry => entry.Text)), StringComparer.Ordinal);
        var left = dropped.Select(Plain).ToHashSet(StringComparer.Ordinal);
        var expected = CopyFields.Of(approved).Append((Field: AiLabel, Text: label))
            .Select(entry => (entry.Field, Role: Plain(entry.Field), Text: left.Contains(Plain(entry.Field)) ? "" : Letters([entry.Text])))
            .ToArray();
        return
        [
            .. from entry in expected
               let found = words.GetValueOrDefault(entry.Role, "")
               where found != entry.Text
               select $"{entry.Field}: approved '{entry.Text}', drawn '{found}'",
            .. from other in words
               where !expected.Any(entry => entry.Role == other.Key)
               select $"{other.Key}: nobody approved '{other.Value}'",
            .. from echo in drawn[true]
               where words.GetValueOrDefault(echo.Role, "") != echo.Text
               select $"{echo.Role}: its shadow says '{echo.Text}'",
        ];
    }

    private static bool IsEcho(string role) => role.EndsWith(EchoSuffix, StringComparison.Ordinal);

    /// <summary>Line breaks and spaces are typesetting, not copy.</summary>
    private static string Letters(IEnumerable<string> texts) =>
        string.Concat(texts.SelectMany(text => text).Where(character => !char.IsWhiteSpace(character)));

    private static string Plain(string role) =>
        string.Concat((IsEcho(role) ? role[..^EchoSuffix.Length] : role).Where(char.IsLetter).Select(char.ToLowerInvariant));
}
