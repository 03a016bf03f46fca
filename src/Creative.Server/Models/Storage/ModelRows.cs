using Creative.Contract.V1;

namespace Creative.Server.Models.Storage;

/// <summary>A version that was registered. Never changed.</summary>
public sealed class ModelVersionRow
{
    public long Ordinal { get; init; }

    public required string ModelId { get; init; }

    public required string Version { get; init; }

    /// <value>Such as "elements".</value>
    public required string Kind { get; init; }

    /// <value>Over the hashes of its files.</value>
    public required string Sha256 { get; init; }

    public required long ByteSize { get; init; }

    /// <value>Milliseconds since 1970 UTC.</value>
    public required long CreatedAt { get; init; }

    /// <value>A <see cref="ModelOrigin"/> message.</value>
    public required byte[] Origin { get; init; }

    public ModelKey Key => new(ModelId, Version);
}

/// <summary>A change of an alias. Never changed; the last one of each alias holds.</summary>
public sealed class AliasMoveRow
{
    public long Ordinal { get; init; }

    public required string ModelId { get; init; }

    /// <value><see cref="Aliases.Champion"/> or <see cref="Aliases.Challenger"/>.</value>
    public required string Alias { get; init; }

    /// <value>Empty: nothing.</value>
    public required string FromVersion { get; init; }

    /// <value>Empty: nothing.</value>
    public required string ToVersion { get; init; }

    /// <value>Of the traffic, 0 to 1; for a challenger.</value>
    public double Share { get; init; }

    /// <value>Takes an earlier move back.</value>
    public bool TakesBack { get; init; }

    public required string Who { get; init; }

    public required string Why { get; init; }

    /// <value>Milliseconds since 1970 UTC.</value>
    public required long MovedAt { get; init; }
}

/// <summary>How two versions compared. Never changed.</summary>
public sealed class ComparisonRow
{
    public long Ordinal { get; init; }

    public required string ModelId { get; init; }

    public required string Baseline { get; init; }

    public required string Candidate { get; init; }

    public required bool Promotable { get; init; }

    /// <value>A <see cref="Comparison"/> message.</value>
    public required byte[] Record { get; init; }
}

/// <summary>Names that point to versions.</summary>
public static class Aliases
{
    public const string Champion = "champion";
    public const string Challenger = "challenger";
}
