using System.Collections.Immutable;

namespace Creative.Core.Brands;

/// <summary>
/// Terms that are explained by other terms that lead back to them: nobody learns what such a word stands for. A term that
/// names itself ("松砚金条, a gold savings plan") only says its full name.
/// </summary>
internal static class GlossaryCycles
{
    /// <summary>Each circle once, from its first entry and back to it, as indices into the glossary.</summary>
    public static IEnumerable<ImmutableArray<int>> Find(ImmutableArray<GlossaryEntry> glossary)
    {
        var uses = glossary
            .Select((entry, i) => GlossaryReader.Read(entry.Meaning, glossary).Select(hit => glossary.IndexOf(hit.Entry)).Where(used => used != i).Distinct().ToImmutableArray())
            .ToImmutableArray();
        var told = new HashSet<int>();
        for (var start = 0; start < glossary.Length; start++)
        {
            if (!told.Contains(start) && Back(start, uses) is { } circle)
            {
                told.UnionWith(circle);
                yield return circle;
            }
        }
    }

    /// <summary>The shortest way from a term back to itself (breadth first); null when there is none.</summary>
    private static ImmutableArray<int>? Back(int start, ImmutableArray<ImmutableArray<int>> uses)
    {
        var seen = new HashSet<int>();
        var waiting = new Queue<ImmutableArray<int>>([[start]]);
        while (waiting.TryDequeue(out var way))
        {
            foreach (var next in uses[way[^1]])
            {
                if (next == start)
                {
                    return way.Add(start);
                }

                if (seen.Add(next))
                {
                    waiting.Enqueue(way.Add(next));
                }
            }
        }

        return null;
    }
}
