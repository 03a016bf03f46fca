using Creative.Contract.V1;
using Creative.Labeling.Hosting;
using Creative.Server.Hosting;
using Creative.Server.Tests.Hosting;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Creative.Labeling.Tests.Hosting;

/// <summary>The real server and the real app on free ports of this process, with a project, its items and a designer.</summary>
public sealed class Workplace : IAsyncDisposable
{
    public const string Project = "coins";

    // No models: these tests paint nothing, and the server says so in its log.
    private const int ModelsUnusable = 4;

    private readonly TemporaryFolder _folder;
    private readonly RecordedLogs _logs;
    private readonly int _port;
    private WebApplication _server;
    private WebApplication? _app;
    private int _appPort;
    private GrpcChannel _channel;

    private Workplace(WebApplication server, TemporaryFolder folder, RecordedLogs logs)
    {
        (_server, _folder, _logs) = (server, folder, logs);
        _port = new Uri(server.Urls.Single()).Port;
        _channel = GrpcChannel.ForAddress(server.Urls.Single());
        AdminKey = File.ReadAllText(Path.Combine(folder.Path, "data", "admin.key")).Trim();
    }

    public string AdminKey { get; }

    public string Url => _app!.Urls.Single();

    public LabelingService.LabelingServiceClient Client => new(_channel);

    public DatasetService.DatasetServiceClient Datasets => new(_channel);

    /// <param name="clock">The server's; null: the real one.</param>
    /// <param name="models">Folder of models to paint with; null: none.</param>
    public static async Task<Workplace> StartAsync(TimeProvider? clock = null, string? models = null)
    {
        var folder = new TemporaryFolder();
        var logs = new RecordedLogs();
        logs.Expect(ModelsUnusable);
        var server = await StartServerAsync(folder, logs, 0, clock, models);
        var place = new Workplace(server, folder, logs);
        await place.StartAppAsync(0);
        return place;
    }

    /// <summary>A workplace with a project of this many items.</summary>
    public static async Task<Workplace> WithItemsAsync(int items, Action<Project>? change = null)
    {
        var place = await StartAsync();
        await place.PutProjectAsync(change);
        await place.AddItemsAsync(Enumerable.Range(0, items).Select(Item));
        return place;
    }

    public Task PutProjectAsync(Action<Project>? change = null)
    {
        var project = new Project { Id = Project, Name = "Gold coins", ItemKind = "element", Mix = new QueueMix { Random = 1 } };
        change?.Invoke(project);
        return Client.PutProjectAsync(new PutProjectRequest { Project = project }, As(AdminKey)).ResponseAsync;
    }

    public static AddItemsRequest Item(int seed) => new()
    {
        Project = Project,
        Image = ByteString.CopyFrom(Pictures.Png(seed)),
        Origin = new ItemOrigin
        {
            Prompt = $"gold coin, shiny, number {seed}",
            Seed = (ulong)seed,
            ModelId = "elements-mini",
            ModelVersion = "2.0.0",
            ElementClass = seed % 3 == 0 ? "coin" : "gift box",
            Usage = "Savings banner, 1200 × 628",
        },
    };

    /// <returns>The ids in the order of the requests.</returns>
    public async Task<IReadOnlyList<string>> AddItemsAsync(IEnumerable<AddItemsRequest> items)
    {
        using var call = Client.AddItems(As(AdminKey));
        var ids = new List<string>();
        foreach (var item in items)
        {
            await call.RequestStream.WriteAsync(item);
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Empty(call.ResponseStream.Current.Problems);
            ids.Add(call.ResponseStream.Current.ItemId);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        return ids;
    }

    /// <returns>The key of a new rater.</returns>
    public async Task<string> AddRaterAsync(string id, RaterRole role = RaterRole.Designer, string locale = "en")
    {
        var rater = new Rater { Id = id, Name = $"Name of {id}", Role = role, Locale = locale };
        return (await Client.PutRaterAsync(new PutRaterRequest { Rater = rater }, As(AdminKey))).Key;
    }

    /// <summary>Everything that the server keeps of a rater's doing, oldest first.</summary>
    public async Task<IReadOnlyList<StoredEvent>> EventsAsync(string key)
    {
        var events = new List<StoredEvent>();
        var page = "";
        do
        {
            var answer = await Client.ListOwnEventsAsync(new ListOwnEventsRequest { Project = Project, PageSize = 500, PageToken = page }, As(key));
            events.AddRange(answer.Events);
            page = answer.NextPageToken;
        }
        while (page.Length > 0);
        events.Reverse();
        return events;
    }

    public Metadata As(string key) => new() { { "rater-key", key } };

    /// <summary>The app goes away: nothing at its address answers.</summary>
    public async Task StopAppAsync()
    {
        _appPort = new Uri(Url).Port;
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>The app is back, where it was.</summary>
    public Task StartAppAgainAsync() => StartAppAsync(_appPort);

    /// <summary>The server goes away, as in a restart.</summary>
    public async Task StopServerAsync()
    {
        _channel.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    /// <summary>The server is back, where it was, with the data that it had.</summary>
    public async Task StartServerAgainAsync()
    {
        _server = await StartServerAsync(_folder, _logs, _port);
        _channel = GrpcChannel.ForAddress(_server.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAppAsync();
        await StopServerAsync();
        _folder.Dispose();
        _logs.AssertNothingUnexpected();
    }

    private async Task StartAppAsync(int port)
    {
        var options = new LabelingOptions(new Uri(_server.Urls.Single()), "127.0.0.1", port, Path.Combine(_folder.Path, "keys"));
        _app = LabelingApp.Build(options, builder => builder.Logging.ClearProviders().AddProvider(_logs));
        await _app.StartAsync();
    }

    private static async Task<WebApplication> StartServerAsync(TemporaryFolder folder, RecordedLogs logs, int port, TimeProvider? clock = null, string? models = null)
    {
        models ??= Directory.CreateDirectory(Path.Combine(folder.Path, "models")).FullName;
        var options = new ServerOptions { Port = port, Data = Path.Combine(folder.Path, "data"), Models = models, Brands = "", Provider = "cpu" };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(logs).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Grpc", LogLevel.Warning);
        builder.AddCreative(options);
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        var server = builder.Build().MapCreative();
        await server.StartAsync();
        return server;
    }
}
