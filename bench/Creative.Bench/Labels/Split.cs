using Creative.Core.Numerics;

namespace Creative.Bench.Labels;

/// <summary>What is learnt from and what is measured on, drawn by lot within each family before anything is chosen.</summary>
/// <param name="Rare">Families with less than <see cref="RareShare"/> of the pool.</param>
internal sealed record Split(PoolItem[] Learning, PoolItem[] Test, IReadOnlySet<string> Rare)
{
    public const double RareShare = 0.03;

    private const double TestShare = 0.3;

    public static Split Of(PoolItem[] pool, ulong seed)
    {
        var random = new SeededRandom(seed);
        var (learning, test) = (new List<PoolItem>(), new List<PoolItem>());
        foreach (var family in pool.GroupBy(item => item.Family))
        {
            var drawn = family.Select(item => (item, lot: random.NextUInt64())).OrderBy(one => one.lot).Select(one => one.item).ToArray();
            var tested = Math.Max(1, (int)(TestShare * drawn.Length));
            test.AddRange(drawn[..tested]);
            learning.AddRange(drawn[tested..]);
        }

        var rare = pool.CountBy(item => item.Family).Where(family => family.Value < RareShare * pool.Length).Select(family => family.Key);
        return new Split([.. learning], [.. test], rare.ToHashSet());
    }
}
