using System.Collections.Immutable;

namespace Creative.Studio.Rendering.Solids;

/// <summary>The solid of every shape, in the order of <see cref="Vocabulary.Elements.Shapes"/>.</summary>
internal static class SolidTable
{
    private static readonly ImmutableArray<Solid> All =
    [
        new Coin(CoinFace.Yuan), new Coin(CoinFace.SquareHole), new Coin(CoinFace.Star),
        new RedPacket(withCoins: false), new RedPacket(withCoins: true),
        new GiftBox(doubleBow: false), new GiftBox(doubleBow: true),
        new GoldBars(single: false), new GoldBars(single: true),
        new PiggyBank(withCoin: true), new PiggyBank(withCoin: false),
        new Shield(keyhole: false), new Shield(keyhole: true),
    ];

    public static int Count => All.Length;

    public static Solid Of(int shape) => All[shape];
}
