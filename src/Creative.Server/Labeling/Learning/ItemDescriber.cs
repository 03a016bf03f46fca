using System.Runtime.InteropServices;
using System.Threading.Channels;
using Creative.Core.Imaging;
using Creative.Core.Labeling;
using Creative.Core.Scenes;
using Creative.Core.Scoring.Learning;
using Creative.Core.Storage;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Items;
using Creative.Server.Labeling.Storage;

namespace Creative.Server.Labeling.Learning;

/// <summary>Sees to it that every item is described for the scorer: in the background, a few at a time, oldest first.</summary>
public sealed class ItemDescriber(
    ElementInputs inputs, ItemStore store, ProjectBoards boards, IBlobStore blobs, IRasterizer rasterizer, ILogger<ItemDescriber> logger) : BackgroundService
{
    private const int Batch = 16;

    private readonly Channel<bool> _wishes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <value>Told of each item that is described now.</value>
    public event Action<ProjectBoard, string>? Described;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        boards.Added += Wish;
        if (boards.All.Count > 0)
        {
            Wish();
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in _wishes.Reader.ReadAllAsync(stoppingToken))
            {
                // Loading the model and describing take the processor, not this thread.
                await Task.Run(() => DescribeAllAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
        catch (Exception e)
        {
            Log.DescribingFailed(logger, e);
        }
    }

    private void Wish() => _wishes.Writer.TryWrite(true);

    private async Task DescribeAllAsync(CancellationToken cancellation)
    {
        if (inputs.Featurizer is not { } featurizer)
        {
            return;
        }

        while (await store.WithoutEmbeddingAsync(featurizer.Version, Batch, cancellation) is { Count: > 0 } rows)
        {
            var described = rows.ToDictionary(row => row.Id, row => Describe(featurizer, row, cancellation));
            await store.EmbedAsync(featurizer.Version, described, cancellation);
            foreach (var (id, bytes) in described)
            {
                var board = boards.OfItem(id)!;
                board.Change(state => state.Item(id)!.Describe(bytes, featurizer.Version));
                Described?.Invoke(board, id);
            }
        }
    }

    /// <summary>No bytes for an asset, and for an image that is gone or damaged: nothing is foreseen of those.</summary>
    private byte[] Describe(ElementFeaturizer featurizer, ItemRow row, CancellationToken cancellation)
    {
        var board = boards.OfItem(row.Id)!;
        if (board.Read(state => state.Project.ItemKind) != ItemKinds.Element || Open(row.Sha256) is not { } file)
        {
            return [];
        }

        try
        {
            using var image = WithAlpha(rasterizer.Decode(file));
            var prompt = board.Read(state => state.Item(row.Id)!.Origin.Prompt);
            return MemoryMarshal.AsBytes(featurizer.Describe([(image, prompt)], cancellation)[0].AsSpan()).ToArray();
        }
        catch (InvalidDataException e)
        {
            // It was whole when it came.
            Log.ImageDamaged(logger, row.Id, e);
            return [];
        }
    }

    private byte[]? Open(string sha256)
    {
        using var stream = blobs.Open(sha256);
        if (stream is null)
        {
            return null;
        }

        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }

    /// <summary>A picture without alpha is solid everywhere. Takes the image over.</summary>
    private static PixelImage WithAlpha(PixelImage image)
    {
        if (image.Channels == 4)
        {
            return image;
        }

        using (image)
        {
            var solid = PixelImage.Create(image.Size, 4);
            solid.Pixels.Fill(byte.MaxValue);
            for (int i = 0, k = 0; i < image.ByteLength; i += 3, k += 4)
            {
                image.Pixels.Slice(i, 3).CopyTo(solid.Pixels[k..]);
            }

            return solid;
        }
    }
}
