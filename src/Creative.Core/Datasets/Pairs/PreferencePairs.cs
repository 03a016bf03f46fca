using System.Collections.Immutable;

namespace Creative.Core.Datasets.Pairs;

/// <summary>Two images of one prompt of which one is surely the better.</summary>
/// <param name="Chance">That the better is the better one.</param>
internal sealed record PreferencePair(PairedImage Better, PairedImage Worse, double Chance);

/// <summary>Pairs of one split, and what was left out.</summary>
/// <param name="Compared">Pairs that were looked at.</param>
/// <param name="Ties">Pairs of them of which neither is surely the better.</param>
internal sealed record PairList(ImmutableArray<PreferencePair> Pairs, long Compared, long Ties);

/// <summary>
/// Finds preference pairs. Within a prompt the images are ordered from best to worst, and each rank is compared with the ranks
/// opposite it, so that n images cost a few times n comparisons and no image is in very many pairs.
/// </summary>
internal static class PreferencePairs
{
    /// <summary>From this chance on a pair counts as sure.</summary>
    public const double Sure = 0.9;

    // Partners that an image of the better half is compared with.
    private const int Partners = 4;

    /// <param name="prompts">Images by prompt.</param>
    public static PairList Find(IReadOnlyDictionary<string, List<PairedImage>> prompts)
    {
        var pairs = ImmutableArray.CreateBuilder<PreferencePair>();
        var (compared, ties) = (0L, 0L);
        foreach (var (_, images) in prompts.OrderBy(prompt => prompt.Key, StringComparer.Ordinal))
        {
            PairedImage[] ranked =
            [
                .. images.OrderByDescending(image => image.Usable)
                    .ThenByDescending(image => image.Score ?? image.UsableChance)
                    .ThenBy(image => image.ItemId, StringComparer.Ordinal),
            ];
            for (var better = 0; better < ranked.Length / 2; better++)
            {
                for (var worse = ranked.Length - 1 - better; worse > Math.Max(better, ranked.Length - 1 - better - Partners); worse--)
                {
                    var chance = ranked[better].Beats(ranked[worse]);
                    compared++;
                    if (chance >= Sure)
                    {
                        pairs.Add(new PreferencePair(ranked[better], ranked[worse], chance));
                    }
                    else
                    {
                        ties++;
                    }
                }
            }
        }

        return new PairList(pairs.ToImmutable(), compared, ties);
    }
}
