using System.Text;

namespace Creative.Core.Scoring.Learning.Prompts;

/// <summary>
/// The words of a prompt as a fixed number of counts, whatever the language of the model (K. Weinberger et al., "Feature
/// hashing for large scale multitask learning", 2009): each word adds 1 or −1 in a place that its hash says.
/// </summary>
internal static class PromptWords
{
    /// <value>Numbers for each prompt.</value>
    public const int Length = 128;

    /// <summary>In the first place, of every prompt: what all elements have in common is held less by the prior than what a word adds.</summary>
    private const float Common = 3;

    /// <summary>Further words do not count.</summary>
    private const int Most = 64;

    /// <summary>
    /// Each word of the first part, which names the thing and its looks in a free order, and each further part between commas as
    /// a whole ("square hole", "top view"). Upper and lower case are alike.
    /// </summary>
    public static float[] Count(string prompt)
    {
        var counts = new float[Length];
        counts[0] = Common;
        foreach (var word in Split(prompt).Take(Most))
        {
            var hash = Hash(word);
            counts[1 + (int)((hash >> 1) % (Length - 1))] += (hash & 1) == 0 ? 1 : -1;
        }

        return counts;
    }

    private static IEnumerable<string> Split(string prompt)
    {
        const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var parts = prompt.ToLowerInvariant().Split(',', Tidy);
        return parts.Take(1).SelectMany(first => first.Split(' ', Tidy)).Concat(parts.Skip(1));
    }

    /// <summary>FNV-1a, 32 bits, and the last step of MurmurHash3, since the lowest bit of FNV is a plain parity.</summary>
    private static uint Hash(string word)
    {
        var hash = 2166136261;
        foreach (var one in Encoding.UTF8.GetBytes(word))
        {
            hash = unchecked((hash ^ one) * 16777619);
        }

        hash = unchecked((hash ^ (hash >> 16)) * 0x85ebca6b);
        hash = unchecked((hash ^ (hash >> 13)) * 0xc2b2ae35);
        return hash ^ (hash >> 16);
    }
}
