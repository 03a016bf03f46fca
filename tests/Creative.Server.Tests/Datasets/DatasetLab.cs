using System.Security.Cryptography;
using Creative.Contract.V1;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Server.Tests.Labeling;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using ImageFormat = Creative.Core.Imaging.ImageFormat;

namespace Creative.Server.Tests.Datasets;

/// <summary>A server with scored material: pictures of blocks that no two pass for one, judged by leads, who need no lease.</summary>
public sealed class DatasetLab : IAsyncLifetime
{
    private LabServer? _lab;
    private Metadata[] _raters = [];

    public LabServer Lab => _lab ?? throw new InvalidOperationException("The server has not started.");

    public DatasetService.DatasetServiceClient Datasets { get; private set; } = null!;

    public Metadata Key => Lab.Admin;

    public async Task InitializeAsync()
    {
        _lab = await LabServer.StartAsync();
        Datasets = new DatasetService.DatasetServiceClient(Lab.Server.Channel);
        _raters = [await Lab.RaterAsync("ada", RaterRole.Lead), await Lab.RaterAsync("ben", RaterRole.Lead), await Lab.RaterAsync("cyd", RaterRole.Lead)];
    }

    public async Task DisposeAsync() => await Lab.DisposeAsync();

    /// <summary>
    /// A project of items, each judged by everybody: of every four of a family the last is unusable. Classes and families take turns: item n is
    /// of class "class n % 2" and family "family n % families".
    /// </summary>
    /// <param name="named">The items say their family; else only their prompt does.</param>
    public async Task<IReadOnlyList<string>> ScoredAsync(string project, int items, int families = 4, int firstPicture = 0, bool named = true)
    {
        await Lab.ProjectAsync(project, items: 0);
        var added = await Lab.AddAsync([.. Enumerable.Range(0, items).Select(n => new AddItemsRequest
        {
            Project = project,
            Image = ByteString.CopyFrom(Picture(firstPicture + n)),
            Origin = new ItemOrigin
            {
                Prompt = $"gold coin {n % families}",
                Seed = (ulong)(firstPicture + n) + ulong.MaxValue / 2,
                ElementClass = $"class {n % 2}",
                Family = named ? $"family {n % families}" : "",
                ModelId = "elements-mini",
                ModelVersion = "2.0.0",
            },
        })]);
        string[] ids = [.. added.Select(one => one.ItemId)];
        foreach (var (r, rater) in _raters.Index())
        {
            await Lab.StoredAsync(rater, [.. ids.Select((id, n) => Judgement(project, id, usable: n / families % 4 != 3, shape: n / families % 4 != 3 ? 4 + ((n + r) % 2) : 1 + ((n + r) % 2)))]);
        }

        return ids;
    }

    public static ScoreEvent Judgement(string project, string item, bool usable, int shape) => new()
    {
        EventId = LabServer.NewId(),
        Kind = EventKind.Score,
        Project = project,
        ItemId = item,
        Verdict = usable ? Verdict.Usable : Verdict.Unusable,
        Scores = { ["shape"] = shape, ["hue"] = shape },
        Marks = { usable ? [] : new[] { new Mark { Dimension = "shape", Kind = "warped", X = 0.25, Y = 0.5, Radius = 0.1 } } },
    };

    public static TakeSnapshotRequest Wanted(string project, Action<TakeSnapshotRequest>? with = null)
    {
        var request = new TakeSnapshotRequest { Name = $"of {project}", Query = new DatasetQuery { Projects = { project } }, Gates = new DatasetGates() };
        with?.Invoke(request);
        return request;
    }

    public async Task<Dataset> TakeAsync(string project, Action<TakeSnapshotRequest>? with = null) => await Datasets.TakeSnapshotAsync(Wanted(project, with), Key);

    /// <summary>The files of an export, in their order.</summary>
    public async Task<IReadOnlyList<(string Path, byte[] Bytes)>> ExportAsync(string dataset, string format, string resumePath = "", long resumeOffset = 0)
    {
        var files = new List<(string Path, byte[] Bytes)>();
        using var call = Datasets.ExportDataset(new ExportDatasetRequest { Dataset = dataset, Format = format, ResumePath = resumePath, ResumeOffset = resumeOffset }, Key);
        using var file = new MemoryStream();
        var expected = resumeOffset;
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            Assert.InRange(chunk.Data.Length, 0, 2 * 1024 * 1024);
            Assert.Equal(expected, chunk.Offset);
            chunk.Data.WriteTo(file);
            expected += chunk.Data.Length;
            if (chunk.Last)
            {
                files.Add((chunk.Path, file.ToArray()));
                file.SetLength(0);
                expected = 0;
            }
        }

        return files;
    }

    /// <summary>An export as files in a folder.</summary>
    public async Task ExportToAsync(string dataset, string format, string folder)
    {
        foreach (var (path, bytes) in await ExportAsync(dataset, format))
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, bytes);
        }
    }

    /// <summary>24 × 40 pixels in blocks of 4 × 4 whose colours are drawn from the number.</summary>
    public byte[] Picture(int number)
    {
        var colours = SHA512.HashData(BitConverter.GetBytes(number));
        using var image = PixelImage.Create(new CanvasSize(24, 40), 4);
        for (var y = 0; y < 40; y++)
        {
            for (var x = 0; x < 24; x++)
            {
                var block = (y / 4 * 6) + (x / 4);
                var pixel = image.Row(y).Slice(x * 4, 4);
                (pixel[0], pixel[1], pixel[2], pixel[3]) = (colours[block], colours[(block + 7) % 64], colours[(block + 23) % 64], 255);
            }
        }

        return Lab.Server.Services.GetRequiredService<IRasterizer>().Encode(image, ImageFormat.Png, quality: 100);
    }
}

[CollectionDefinition(Name)]
public sealed class SharedDatasets : ICollectionFixture<DatasetLab>
{
    public const string Name = "shared datasets";
}
