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
        new Wallet(withCard: false), new Wallet(withCard: true),
        new Rocket(),
        new Trophy(withStar: true), new Trophy(withStar: false),
        new Safe(),
        new CalendarPage(checkMark: false), new CalendarPage(checkMark: true),
        new CouponTicket(yuan: false), new CouponTicket(yuan: true),
        new Phone(yuan: false), new Phone(yuan: true),
        new BankCard(),
        new Chart(),
    ];

    public static int Count => All.Length;

    public static Solid Of(int shape) => All[shape];
}
