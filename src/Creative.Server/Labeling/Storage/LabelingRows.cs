using Creative.Contract.V1;

namespace Creative.Server.Labeling.Storage;

/// <summary>A person who judges, leads or administers.</summary>
public sealed class RaterRow
{
    public long Ordinal { get; init; }

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required RaterRole Role { get; set; }

    public required string Locale { get; set; }

    /// <value>SHA-256 of the key; the key itself is kept nowhere.</value>
    public required byte[] KeyHash { get; set; }

    public bool Disabled { get; set; }

    /// <value>Milliseconds since 1970 UTC.</value>
    public required long CreatedAt { get; init; }
}

/// <summary>What is judged, and how.</summary>
public sealed class ProjectRow
{
    public long Ordinal { get; init; }

    public required string Id { get; init; }

    /// <value>A <see cref="Project"/> message without its counts.</value>
    public required byte[] Content { get; set; }
}

/// <summary>An image of a project.</summary>
public sealed class ItemRow
{
    /// <value>Rises with each item; the order of lists and the meaning of page tokens.</value>
    public long Ordinal { get; init; }

    /// <value>From project, image and origin: the same again is the same item.</value>
    public required string Id { get; init; }

    public required string Project { get; init; }

    /// <value>Name of the blob.</value>
    public required string Sha256 { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required ItemUse Use { get; init; }

    /// <value>An <see cref="ItemOrigin"/> message.</value>
    public required byte[] Origin { get; init; }

    /// <value>A <see cref="KnownAnswer"/> message; null for an item without one.</value>
    public byte[]? Known { get; init; }

    /// <value>32-bit floats, little-endian; null until the embedding model has seen it.</value>
    public byte[]? Embedding { get; set; }

    /// <value>SHA-256 of the model that made the embedding; null without one.</value>
    public string? EmbeddedBy { get; set; }

    /// <value>Milliseconds since 1970 UTC.</value>
    public required long CreatedAt { get; init; }
}

/// <summary>What an item is for.</summary>
public enum ItemUse
{
    /// <summary>To be judged.</summary>
    Work = 0,

    /// <summary>Its answer is known: mixed in to see how raters do.</summary>
    Gold = 1,

    /// <summary>Shown with its answer before real work; never asked.</summary>
    Example = 2,
}

/// <summary>That an item was given to a rater, by which strategy, and with which chance. Never changed, never deleted.</summary>
public sealed class LeaseRow
{
    public long Ordinal { get; init; }

    public required string Id { get; init; }

    public required string Project { get; init; }

    public required string ItemId { get; init; }

    public required string Rater { get; init; }

    /// <value>Name in the table of strategies.</value>
    public required string Strategy { get; init; }

    /// <value>0 to 1: the chance with which the queue chose this item then.</value>
    public required double Probability { get; init; }

    /// <value>Milliseconds since 1970 UTC.</value>
    public required long GivenAt { get; init; }

    /// <value>Milliseconds since 1970 UTC.</value>
    public required long ExpiresAt { get; init; }
}

/// <summary>One link of the chain of all events. Never changed, never deleted.</summary>
public sealed class EventRow
{
    /// <value>Position in the chain, from 1, without gaps.</value>
    public required long Ordinal { get; init; }

    /// <value>Made by the client.</value>
    public required string EventId { get; init; }

    public required string Project { get; init; }

    public required string ItemId { get; init; }

    public required string Rater { get; init; }

    /// <value>From the lease it answers; empty for an unasked one.</value>
    public required string Strategy { get; init; }

    /// <value>From the lease it answers; 0 for an unasked one.</value>
    public required double Probability { get; init; }

    /// <value>Milliseconds since 1970 UTC, by the server's clock.</value>
    public required long StoredAt { get; init; }

    /// <value>A <see cref="ScoreEvent"/> message in its canonical form.</value>
    public required byte[] Content { get; init; }

    /// <value>Hash of the link before; 32 zeros for the first.</value>
    public required byte[] PreviousHash { get; init; }

    /// <value>SHA-256 over the previous hash and all columns above.</value>
    public byte[] Hash { get; set; } = [];
}
