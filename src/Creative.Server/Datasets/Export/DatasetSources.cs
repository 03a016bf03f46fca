using Creative.Core.Datasets.Export;
using Creative.Core.Storage;
using Creative.Server.Datasets.Snapshots;
using Creative.Server.Datasets.Storage;

namespace Creative.Server.Datasets.Export;

/// <summary>Frozen datasets as exports read them.</summary>
public sealed class DatasetSources(RowSegments segments, IBlobStore blobs)
{
    public DatasetSource Of(DatasetRecordRow row) => new(
        DatasetMapping.ToCard(row),
        (split, from, token) => segments.ReadAsync(row.Segments, split, from, token),
        (split, from, token) => segments.ReadRecordsAsync(row.Segments, split, from, token),
        (split, token) => segments.ReadKeysAsync(row.Segments, split, token),
        blobs);
}
