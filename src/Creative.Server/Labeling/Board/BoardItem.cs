using System.Runtime.InteropServices;
using Creative.Contract.V1;
using Creative.Server.Labeling.Mapping;
using Creative.Server.Labeling.Storage;
using Verdict = Creative.Core.Labeling.Verdict;

namespace Creative.Server.Labeling.Board;

/// <summary>An item with all that its events add up to. Belongs to a <see cref="ProjectState"/>: read and changed only by who holds that.</summary>
public sealed class BoardItem(ItemRow row)
{
    public string Id { get; } = row.Id;

    public long Ordinal { get; } = row.Ordinal;

    public ItemUse Use { get; } = row.Use;

    public string Sha256 { get; } = row.Sha256;

    public int Width { get; } = row.Width;

    public int Height { get; } = row.Height;

    public long CreatedAt { get; } = row.CreatedAt;

    public ItemOrigin Origin { get; } = ItemOrigin.Parser.ParseFrom(row.Origin);

    public KnownAnswer? Known { get; } = row.Known is null ? null : KnownAnswer.Parser.ParseFrom(row.Known);

    /// <value>Of gold: what raters are compared with. Null for other items.</value>
    public Core.Labeling.KnownAnswer? Answer { get; } = row is { Use: ItemUse.Gold, Known: { } known } ? LabelMapping.ToAnswer(KnownAnswer.Parser.ParseFrom(known)) : null;

    /// <value>What the scorer goes by; null until the embedding model has seen the item.</value>
    public float[]? Inputs { get; private set; } = Floats(row.Embedding);

    /// <value>Version of what made the inputs; null without any.</value>
    public string? InputsBy { get; private set; } = row.EmbeddedBy;

    /// <value>Standing scores, oldest first.</value>
    public SortedList<long, StandingScore> Scores { get; } = [];

    /// <value>Raters who skipped it, by ordinal of the event.</value>
    public SortedList<long, string> Skips { get; } = [];

    /// <value>Ordinals of the flags that stand.</value>
    public SortedSet<long> Flags { get; } = [];

    public List<BoardLease> Leases { get; } = [];

    /// <value>Raters with a standing score. Repeats count once.</value>
    public int RatersWhoJudged => Scores.Count <= 1 ? Scores.Count : Scores.Values.Select(score => score.Rater).Distinct().Count();

    /// <value>Items that look alike for a reason of their making.</value>
    public string Family => Origin.Family.Length > 0 ? Origin.Family : Origin.ElementClass;

    /// <value>What most raters' last verdicts say; unsure when no verdict has more than another; null without any.</value>
    public Verdict? Consensus
    {
        get
        {
            var votes = Scores.Values.GroupBy(score => score.Rater).Select(own => own.Last().Given.Verdict).CountBy(verdict => verdict).OrderByDescending(vote => vote.Value).ToArray();
            return votes switch
            {
                [] => null,
                [var first, var second, ..] when first.Value == second.Value => Verdict.Unsure,
                [var first, ..] => first.Key,
            };
        }
    }

    /// <param name="bytes">32-bit floats, little-endian; none for an item that cannot be described.</param>
    /// <param name="by">Version of what made them.</param>
    public void Describe(byte[] bytes, string by) => (Inputs, InputsBy) = (Floats(bytes), by);

    public bool WasAsked(string rater) => Leases.Exists(lease => lease.Rater == rater);

    public bool IsHeld(long now) => Leases.Exists(lease => lease.IsActive(now));

    public int Holders(long now) => Leases.Count(lease => lease.IsActive(now));

    public bool IsHeldBy(string rater, long now) => Leases.Exists(lease => lease.Rater == rater && lease.IsActive(now));

    public bool IsSettledFor(string rater) => Skips.ContainsValue(rater) || Scores.Values.Any(score => score.Rater == rater);

    private static float[]? Floats(byte[]? bytes) => bytes is null or [] ? null : MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
