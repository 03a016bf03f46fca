using Creative.Contract.V1;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Storage;
using Google.Protobuf.WellKnownTypes;

namespace Creative.Server.Labeling.Mapping;

/// <summary>Items as messages of the contract, each for whoever may see it.</summary>
internal static class ItemMapping
{
    /// <summary>For the rater who is to judge it: nothing in it tells why it is asked.</summary>
    public static LeasedItem ToLeased(LeaseRow lease, BoardItem item) => new()
    {
        ItemId = item.Id,
        LeaseId = lease.Id,
        ExpireTime = Time(lease.ExpiresAt),
        Context = ToContext(item),
    };

    public static ItemContext ToContext(BoardItem item) => new()
    {
        Prompt = item.Origin.Prompt,
        ElementClass = item.Origin.ElementClass,
        Usage = item.Origin.Usage,
        Width = item.Width,
        Height = item.Height,
        SeenIn = { item.Origin.SeenIn },
    };

    public static Example ToExample(BoardItem item) => new() { ItemId = item.Id, Context = ToContext(item), Answer = item.Known };

    /// <summary>For leads.</summary>
    public static Item ToItem(BoardItem item, string project) => new()
    {
        Id = item.Id,
        Project = project,
        Origin = item.Origin,
        Width = item.Width,
        Height = item.Height,
        Sha256 = item.Sha256,
        CreateTime = Time(item.CreatedAt),
        Judgements = item.Scores.Count,
        Flagged = item.Flags.Count > 0,
        Gold = item.Use == ItemUse.Gold,
        Example = item.Use == ItemUse.Example,
    };

    public static StoredEvent ToStored(EventRow row, bool superseded, bool forLeads) => new()
    {
        Event = ScoreEvent.Parser.ParseFrom(row.Content),
        Rater = row.Rater,
        StoreTime = Time(row.StoredAt),
        Superseded = superseded,
        Ordinal = row.Ordinal,
        Strategy = forLeads ? row.Strategy : "",
        Probability = forLeads ? row.Probability : 0,
    };

    public static Rater ToRater(RaterRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Role = row.Role,
        Locale = row.Locale,
        Disabled = row.Disabled,
        CreateTime = Time(row.CreatedAt),
    };

    private static Timestamp Time(long milliseconds) => Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
