using Creative.Core.ActiveLearning;

namespace Creative.Bench.Labels;

/// <summary>A way to fill queues that is compared.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Strategy">Of the informative stream, for one draw of what is learnt from.</param>
/// <param name="Mix">Informative and random; gold and repeats teach nobody anything new.</param>
internal sealed record Way(string Name, Func<Split, Strategy> Strategy, QueueMix Mix)
{
    public const string Random = "random";

    /// <summary>The proportion of the shipped mix.</summary>
    private static readonly QueueMix Shipped = new(0.75, 0.25, 0, 0, 0);

    public static Way[] All { get; } =
    [
        .. Strategies.All.Select(one => new Way(one.Name, _ => one.Choose, Shipped)),
        new Way("rare-families-alone", split => RareAlone.Of(split.Rare), new QueueMix(1 - QueueMix.LeastRandom, QueueMix.LeastRandom, 0, 0, 0)),
    ];
}
