using System.Globalization;
using Creative.Contract.V1;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Server.Hosting;
using Creative.Server.Labeling.Access;
using Creative.Server.Tests.Hosting;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using ImageFormat = Creative.Core.Imaging.ImageFormat;

namespace Creative.Server.Tests.Labeling;

/// <summary>The real server without models, which labelling does without, and what these tests do with it.</summary>
public sealed class LabServer : IAsyncDisposable
{
    private const int ModelsUnusable = 4;

    private readonly IRasterizer _rasterizer;
    private int _colour;

    private LabServer(TestServer server)
    {
        Server = server;
        Client = new LabelingService.LabelingServiceClient(server.Channel);
        AdminKey = File.ReadAllText(Path.Combine(Data, "admin.key")).Trim();
        Admin = Headers(AdminKey);
        _rasterizer = server.Services.GetRequiredService<IRasterizer>();
    }

    public TestServer Server { get; }

    public LabelingService.LabelingServiceClient Client { get; }

    public string AdminKey { get; }

    public Metadata Admin { get; }

    public string Data => Server.Services.GetRequiredService<ServerOptions>().Data;

    /// <param name="clock">Null: the machine's.</param>
    /// <param name="data">Folder that outlives the server; null: one of its own.</param>
    /// <param name="models">Folder of models; null: none, since loading them takes longer than most of these tests.</param>
    public static async Task<LabServer> StartAsync(TimeProvider? clock = null, string? data = null, string? models = null, string collect = "")
    {
        var server = await TestServer.StartAsync(
            with: options => options with { Models = models ?? options.Data, CollectElements = collect },
            replace: services => services.AddSingleton(clock ?? TimeProvider.System),
            data: data,
            withBrand: models == AllModels);
        if (models != AllModels)
        {
            server.Logs.Expect(ModelsUnusable);
        }

        return new LabServer(server);
    }

    /// <value>The models that are shipped.</value>
    public static string AllModels { get; } = Path.Combine(Repository.Root, "models");

    /// <summary>Labelling on a server that somebody else started, and ends.</summary>
    public static LabServer Of(TestServer server) => new(server);

    /// <summary>A folder with the embedding model alone.</summary>
    public static TemporaryFolder Embedder()
    {
        var folder = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "embed-mini"), Path.Combine(AllModels, "embed-mini"));
        return folder;
    }

    /// <summary>Asks again until something that happens in the background has happened.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask, Func<T, bool> wanted)
    {
        const int Times = 600;
        for (var i = 0; ; i++)
        {
            var answer = await ask();
            if (wanted(answer) || i == Times)
            {
                Assert.True(wanted(answer), $"It did not happen: {answer}");
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    public Task<Dashboard> DashboardAsync(string project, Func<Dashboard, bool> wanted) =>
        EventuallyAsync(async () => await Client.GetDashboardAsync(new GetDashboardRequest { Project = project }, Admin), wanted);

    public static Metadata Headers(string key) => new() { { RaterInterceptor.KeyEntry, key } };

    /// <summary>A new rater's key, as metadata.</summary>
    public async Task<Metadata> RaterAsync(string id, RaterRole role = RaterRole.Designer)
    {
        var put = await Client.PutRaterAsync(new PutRaterRequest { Rater = new Rater { Id = id, Name = id, Role = role, Locale = "en" } }, Admin);
        return Headers(put.Key);
    }

    /// <summary>A project with as many items to be judged.</summary>
    public async Task<IReadOnlyList<string>> ProjectAsync(string id, int items, Action<Project>? with = null)
    {
        var project = new Project { Id = id, Name = id, ItemKind = "element" };
        with?.Invoke(project);
        await Client.PutProjectAsync(new PutProjectRequest { Project = project }, Admin);
        var added = await AddAsync([.. Enumerable.Range(0, items).Select(n => Item(id, $"gold coin {n}"))]);
        return [.. added.Select(one => one.ItemId)];
    }

    /// <summary>An item of 24 × 40 pixels in a colour of its own.</summary>
    public AddItemsRequest Item(string project, string prompt) => new()
    {
        Project = project,
        Image = ByteString.CopyFrom(Png(24, 40)),
        Origin = new ItemOrigin { Prompt = prompt, ElementClass = "gold coin", ModelId = "elements-mini", ModelVersion = "2.0.0" },
    };

    public byte[] Png(int width, int height)
    {
        using var image = PixelImage.Create(new CanvasSize(width, height), 4);
        image.Pixels.Fill(255);
        var colour = Interlocked.Increment(ref _colour);
        for (var i = 0; i < image.Pixels.Length; i += 4)
        {
            (image.Pixels[i], image.Pixels[i + 1]) = ((byte)colour, (byte)(colour >> 8));
        }

        return _rasterizer.Encode(image, ImageFormat.Png, quality: 100);
    }

    /// <summary>The answers, each after its request, as a client reads them while it sends.</summary>
    public async Task<IReadOnlyList<AddItemsResponse>> AddAsync(params IReadOnlyList<AddItemsRequest> requests)
    {
        using var call = Client.AddItems(Admin);
        var answers = new List<AddItemsResponse>();
        foreach (var request in requests)
        {
            await call.RequestStream.WriteAsync(request);
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            answers.Add(call.ResponseStream.Current);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        return answers;
    }

    public async Task<IReadOnlyList<LeasedItem>> LeaseAsync(Metadata rater, string project, int count) =>
        (await Client.LeaseItemsAsync(new LeaseItemsRequest { Project = project, Count = count }, rater)).Items;

    public static ScoreEvent Score(string project, LeasedItem item, Verdict verdict = Verdict.Usable, int shape = 4) => new()
    {
        EventId = NewId(),
        Kind = EventKind.Score,
        Project = project,
        ItemId = item.ItemId,
        LeaseId = item.LeaseId,
        Verdict = verdict,
        Scores = { ["shape"] = shape },
    };

    public static ScoreEvent Undo(ScoreEvent of) => new()
    {
        EventId = NewId(),
        Kind = EventKind.Undo,
        Project = of.Project,
        ItemId = of.ItemId,
        LeaseId = of.LeaseId,
        Supersedes = of.EventId,
    };

    public static string NewId() => Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<SubmitResult>> SubmitAsync(Metadata rater, params IReadOnlyList<ScoreEvent> events) =>
        (await Client.SubmitAsync(new SubmitRequest { Events = { events } }, rater)).Results;

    /// <summary>The fields for which one event was refused.</summary>
    public async Task<IReadOnlyList<string>> RefusedAsync(Metadata rater, ScoreEvent content)
    {
        var result = Assert.Single(await SubmitAsync(rater, content));
        Assert.Equal(SubmitState.Refused, result.State);
        Assert.All(result.Problems, problem => Assert.NotEmpty(problem.Description));
        return [.. result.Problems.Select(problem => problem.Field)];
    }

    public async Task StoredAsync(Metadata rater, params IReadOnlyList<ScoreEvent> events) =>
        Assert.All(await SubmitAsync(rater, events), result => Assert.Equal((SubmitState.Stored, ""), (result.State, string.Join(' ', result.Problems))));

    /// <summary>The events of an item as a lead sees them.</summary>
    public async Task<ItemHistory> HistoryAsync(string itemId) => await Client.GetItemAsync(new GetItemRequest { Id = itemId }, Admin);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>One server for the tests that keep to projects and raters of their own.</summary>
public sealed class SharedLab : IAsyncLifetime
{
    private LabServer? _lab;

    public LabServer Lab => _lab ?? throw new InvalidOperationException("The server has not started.");

    public async Task InitializeAsync() => _lab = await LabServer.StartAsync();

    public async Task DisposeAsync() => await Lab.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedLabTests : ICollectionFixture<SharedLab>
{
    public const string Name = "shared lab";
}

/// <summary>A clock that goes when it is told to.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
