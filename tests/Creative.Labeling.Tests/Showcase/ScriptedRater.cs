using Creative.Contract.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Creative.Labeling.Tests.Showcase;

/// <summary>A designer who judges by a rule: a score is the item's own quality, the rater's bias and some noise.</summary>
/// <param name="Bias">Points above the others.</param>
/// <param name="Noise">Standard deviation in points.</param>
internal sealed record ScriptedRater(string Id, string Name, double Bias, double Noise)
{
    /// <param name="quality">0 to 1, by the prompt of an item.</param>
    public ScoreEvent Judge(LeasedItem leased, IReadOnlyList<Dimension> dimensions, Func<string, double> quality, Random chance, DateTimeOffset now, string project)
    {
        var worth = quality(leased.Context.Prompt);
        var scores = dimensions.ToDictionary(dimension => dimension.Id, _ => Score(worth, chance));
        var verdict = worth + (Bias + Noise * Normal(chance)) * 0.15 > 0.5 ? Verdict.Usable : Verdict.Unusable;
        return new ScoreEvent
        {
            EventId = new Guid(Bytes(chance)).ToString(),
            Kind = EventKind.Score,
            Project = project,
            ItemId = leased.ItemId,
            LeaseId = leased.LeaseId,
            Verdict = verdict,
            Scores = { scores },
            ShownAt = Timestamp.FromDateTimeOffset(now - TimeSpan.FromSeconds(3 + 4 * chance.NextDouble())),
            DecidedAt = Timestamp.FromDateTimeOffset(now),
            SessionId = $"script-{Id}",
            UiVersion = "script",
        };
    }

    public Metadata Headers(string key) => new() { { "rater-key", key } };

    private int Score(double worth, Random chance) => Math.Clamp((int)Math.Round(1 + 4 * worth + Bias + Noise * Normal(chance)), 1, 5);

    // Box and Muller.
    private static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    private static byte[] Bytes(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return bytes;
    }
}
