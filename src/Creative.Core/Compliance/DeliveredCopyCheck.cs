using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Scenes;

namespace Creative.Core.Compliance;

/// <summary>The gate on the way out: what a finished scene says is what was approved.</summary>
public static class DeliveredCopyCheck
{
    /// <summary>Differences in plain words; none when every role that was not dropped says exactly its approved text.</summary>
    /// <param name="scene">Text nodes are matched by role; "call to action" and "call_to_action" are the same role.</param>
    /// <param name="approved">The copy of the valid brief.</param>
    /// <param name="dropped">Optional roles that were left out.</param>
    public static ImmutableArray<string> Differences(Scene scene, Copy approved, IEnumerable<string> dropped)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var drawn = scene.Nodes.OfType<TextNode>()
            .GroupBy(node => Plain(node.Role), StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => Letters(group.SelectMany(node => node.Runs).Select(run => run.Text)),
                StringComparer.Ordinal);
        var left = dropped.Select(Plain).ToHashSet(StringComparer.Ordinal);
        var differences = ImmutableArray.CreateBuilder<string>();
        foreach (var (field, text) in CopyFields.Of(approved))
        {
            var expected = left.Contains(Plain(field)) ? "" : Letters([text]);
            var found = drawn.GetValueOrDefault(Plain(field), "");
            if (expected != found)
            {
                differences.Add($"{field}: approved '{expected}', drawn '{found}'");
            }
        }

        return differences.DrainToImmutable();
    }

    /// <summary>Line breaks and spaces are typesetting, not copy.</summary>
    private static string Letters(IEnumerable<string> texts) =>
        string.Concat(texts.SelectMany(text => text).Where(character => !char.IsWhiteSpace(character)));

    private static string Plain(string role) => string.Concat(role.Where(char.IsLetter).Select(char.ToLowerInvariant));
}
