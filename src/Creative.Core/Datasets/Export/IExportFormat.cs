using System.Collections.Immutable;
using System.IO.Pipelines;

namespace Creative.Core.Datasets.Export;

/// <summary>A form of a dataset that some trainer or tool reads as it is.</summary>
public interface IExportFormat
{
    /// <value>Such as "imagefolder".</value>
    string Id { get; }

    /// <value>One sentence: what it is, and what reads it.</value>
    string Description { get; }

    /// <value>Its files of records hold the images as well, so that making and hashing them takes long.</value>
    bool PacksImages { get; }

    /// <summary>The fields of its records, for the dataset's metadata.</summary>
    ImmutableArray<ExportField> Fields(DatasetCard card);

    /// <summary>Its files in their order, each made when it is asked for; always the same for the same dataset.</summary>
    IAsyncEnumerable<ExportFile> FilesAsync(DatasetSource source, CancellationToken cancellation);
}

/// <summary>A field of a record.</summary>
/// <param name="Type">Of schema.org: "sc:Text", "sc:Float", "sc:Integer", "sc:Boolean" or "sc:ImageObject".</param>
public sealed record ExportField(string Name, string Type);

/// <summary>A file of an export.</summary>
/// <param name="Path">With slashes, inside the export's folder.</param>
/// <param name="WriteAsync">Writes its bytes and flushes every now and then; may be called again, and writes the same.</param>
public sealed record ExportFile(string Path, Func<PipeWriter, CancellationToken, Task> WriteAsync)
{
    /// <value>SHA-256, where it is known beforehand; the length with it.</value>
    public (string Sha256, Func<long> Length)? Known { get; init; }

    /// <value>Holds records and not one image or caption: listed by itself in the dataset's metadata.</value>
    public bool HoldsRecords { get; init; }
}
