using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Splits;
using Creative.Core.Storage;

namespace Creative.Core.Datasets.Export;

/// <summary>Rows of a split, by item id.</summary>
/// <param name="from">Rows before this one, counted from 0, are left out.</param>
public delegate IAsyncEnumerable<DatasetRow> RowReader(string split, long from, CancellationToken cancellation);

/// <summary>Records of a split, by item id: rows without what the raters did, <see cref="RatedItem.Events"/> being default.</summary>
/// <param name="from">Rows before this one, counted from 0, are left out.</param>
public delegate IAsyncEnumerable<DatasetRow> RecordReader(string split, long from, CancellationToken cancellation);

/// <summary>What names the rows of a split, by item id.</summary>
public delegate IAsyncEnumerable<RowKey> KeyReader(string split, CancellationToken cancellation);

/// <summary>A dataset to be exported. Rows come one by one and images are opened one by one, so that its size does not matter.</summary>
/// <param name="Records">Quicker than the rows, most of which is events.</param>
/// <param name="Keys">Quicker still.</param>
/// <param name="Blobs">Holds the images.</param>
public sealed record DatasetSource(DatasetCard Card, RowReader Rows, RecordReader Records, KeyReader Keys, IBlobStore Blobs)
{
    /// <summary>Splits that have rows, in their order.</summary>
    public IEnumerable<string> Splits => Splitting.InDatasets.Where(split => Card.ItemsBySplit.GetValueOrDefault(split) > 0);

    /// <summary>All rows, split by split.</summary>
    public IAsyncEnumerable<DatasetRow> AllRows(CancellationToken cancellation) => OfAllSplits(split => Rows(split, 0, cancellation));

    /// <summary>All records, split by split.</summary>
    public IAsyncEnumerable<DatasetRow> AllRecords(CancellationToken cancellation) => OfAllSplits(split => Records(split, 0, cancellation));

    /// <summary>
    /// An image's file, to be read on this thread: images are small, and a thread that waits its turn for each of a hundred thousand costs
    /// more than the reading.
    /// </summary>
    /// <exception cref="InvalidDataException">It was taken away.</exception>
    public IBlob OpenImage(DatasetRow row) =>
        Blobs.OpenBlob(row.Item.Sha256) ?? throw new InvalidDataException($"The image of item {row.Item.Id} is gone from the store.");

    private async IAsyncEnumerable<DatasetRow> OfAllSplits(Func<string, IAsyncEnumerable<DatasetRow>> read)
    {
        foreach (var split in Splits)
        {
            await foreach (var row in read(split))
            {
                yield return row;
            }
        }
    }
}
