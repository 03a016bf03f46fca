using System.Runtime.CompilerServices;
using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Splits;
using Creative.Core.Storage;

namespace Creative.Core.Datasets.Export;

/// <summary>Rows of a split, by item id.</summary>
/// <param name="from">Rows before this one, counted from 0, are left out.</param>
public delegate IAsyncEnumerable<DatasetRow> RowReader(string split, long from, CancellationToken cancellation);

/// <summary>What names the rows of a split, by item id.</summary>
public delegate IAsyncEnumerable<RowKey> KeyReader(string split, CancellationToken cancellation);

/// <summary>A dataset to be exported. Rows come one by one and images are opened one by one, so that its size does not matter.</summary>
/// <param name="Keys">Much quicker than the rows.</param>
/// <param name="Blobs">Holds the images.</param>
public sealed record DatasetSource(DatasetCard Card, RowReader Rows, KeyReader Keys, IBlobStore Blobs)
{
    /// <summary>Splits that have rows, in their order.</summary>
    public IEnumerable<string> Splits => Splitting.InDatasets.Where(split => Card.ItemsBySplit.GetValueOrDefault(split) > 0);

    /// <summary>All rows, split by split.</summary>
    public async IAsyncEnumerable<DatasetRow> AllRows([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var split in Splits)
        {
            await foreach (var row in Rows(split, 0, cancellation))
            {
                yield return row;
            }
        }
    }

    /// <summary>
    /// The bytes of an image, read in one go on this thread: images are small, and a thread that waits its turn for each of a hundred
    /// thousand costs more than the reading.
    /// </summary>
    /// <exception cref="InvalidDataException">The file was taken away.</exception>
    public LentBytes ReadImage(DatasetRow row) => Blobs.Read(row.Item.Sha256) ?? throw Gone(row);

    /// <summary>Bytes of an image's file.</summary>
    /// <exception cref="InvalidDataException">The file was taken away.</exception>
    public long ImageLength(DatasetRow row)
    {
        using var image = Blobs.Open(row.Item.Sha256) ?? throw Gone(row);
        return image.Length;
    }

    private static InvalidDataException Gone(DatasetRow row) => new($"The image of item {row.Item.Id} is gone from the store.");
}
