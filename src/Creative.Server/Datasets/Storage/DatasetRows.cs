namespace Creative.Server.Datasets.Storage;

/// <summary>A frozen dataset. Never changed.</summary>
public sealed class DatasetRecordRow
{
    public long Ordinal { get; init; }

    public required string Id { get; init; }

    /// <value>A <see cref="Contract.V1.Dataset"/> message.</value>
    public required byte[] Record { get; init; }

    /// <value>What was asked for, as the JSON that is part of the identity.</value>
    public required string Query { get; init; }

    /// <value>Blobs of rows, one a line: split, rows, SHA-256.</value>
    public required string Segments { get; init; }
}

/// <summary>What a file of records has that an export of a dataset is made of.</summary>
public sealed class DatasetFileRow
{
    public required string Dataset { get; init; }

    /// <value>Of the export.</value>
    public required string Format { get; init; }

    /// <value>Inside the export.</value>
    public required string Path { get; init; }

    /// <value>Its length.</value>
    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }

    /// <value>The program that made it: with another one it might have other bytes.</value>
    public required string Maker { get; init; }
}

/// <summary>Which split a family was assigned to, for good.</summary>
public sealed class FamilySplitRow
{
    public required string Family { get; init; }

    public required string Split { get; init; }
}

/// <summary>What an image looks like.</summary>
public sealed class ImageLookRow
{
    /// <value>Of the file.</value>
    public required string Sha256 { get; init; }

    /// <value>An image fingerprint.</value>
    public required byte[] Fingerprint { get; init; }
}

/// <summary>A turn of the loop.</summary>
public sealed class RoundRow
{
    public required string Series { get; init; }

    public required int Number { get; init; }

    /// <value>A <see cref="Contract.V1.Round"/> message.</value>
    public required byte[] Record { get; set; }
}
