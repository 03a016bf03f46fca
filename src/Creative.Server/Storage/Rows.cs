using Creative.Contract.V1;

namespace Creative.Server.Storage;

/// <summary>One immutable version of a brand.</summary>
public sealed class BrandRow
{
    /// <value>Rises with each version put.</value>
    public long Ordinal { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <value>A <see cref="Brand"/> message.</value>
    public required byte[] Content { get; init; }

    /// <value>Rises with each publication of any brand: a brand's largest is in use. Null: a draft.</value>
    public long? Published { get; set; }
}

/// <summary>A render that was accepted.</summary>
public sealed class RenderRow
{
    /// <value>Rises with each render accepted.</value>
    public long Ordinal { get; init; }

    public required string Id { get; init; }

    /// <value>Null: none was given.</value>
    public string? RequestId { get; init; }

    /// <value>SHA-256 of what decides the pixels: tells a repeat from another request with the same id.</value>
    public required string Fingerprint { get; init; }

    /// <value>The <see cref="RenderRequest"/> as it came.</value>
    public required byte[] Request { get; init; }

    public required string Brand { get; init; }

    public required string BrandVersion { get; init; }

    /// <value>How many assets and refusals make it complete.</value>
    public required int Expected { get; init; }

    public required RenderState State { get; set; }

    /// <value>Version of the scorer that chooses its elements; null before it begins.</value>
    public string? ScorerVersion { get; set; }

    /// <value>Models that it is made with, painter, layouts and upscaler, one a line: id, version, SHA-256, with tabs between; null before it begins.</value>
    public string? Models { get; set; }

    /// <value>Milliseconds since 1970 UTC.</value>
    public required long CreatedAt { get; init; }

    /// <value>Milliseconds of work so far, waiting and standstill not counted.</value>
    public long ElapsedMs { get; set; }

    /// <value>Why it failed, in plain words; empty otherwise.</value>
    public string Error { get; set; } = "";

    /// <value>gRPC status code of the failure; 0 otherwise.</value>
    public int ErrorCode { get; set; }
}

/// <summary>What came of one placement of one variant of a render: an asset, or a refusal by name.</summary>
public sealed class OutcomeRow
{
    public required string RenderId { get; init; }

    /// <value>Position in the render's history, from 1, without gaps.</value>
    public required long Sequence { get; init; }

    public required int Variant { get; init; }

    public required string Placement { get; init; }

    /// <value>Null: refused.</value>
    public string? AssetId { get; init; }

    public string Rule { get; init; } = "";

    public string Reason { get; init; } = "";
}

/// <summary>A finished file. The columns beside the record are what it can be found by.</summary>
public sealed class AssetRow
{
    /// <value>Rises with each asset; the order of lists and the meaning of page tokens.</value>
    public long Ordinal { get; init; }

    public required string Id { get; init; }

    public required string Campaign { get; init; }

    public required string Brand { get; init; }

    public required string Placement { get; init; }

    /// <value>Name of the blob.</value>
    public required string Sha256 { get; init; }

    /// <value>An <see cref="Asset"/> message.</value>
    public required byte[] Record { get; init; }
}
