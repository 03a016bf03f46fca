using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Creative.Contract.V1;
using Creative.Server.Hosting;
using Creative.Server.Labeling.Access;
using Creative.Server.Tests.Hosting;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Tests.Models;

/// <summary>
/// A server that paints with a model of a few thousand weights, which loads in no time, and lays out with the shipped one; and
/// further versions of that model: the same pictures, another identity.
/// </summary>
public sealed class ModelLab : IAsyncDisposable
{
    public const string Id = "tiny-elements";
    public const string Shipped = "1.0.0";

    private readonly TemporaryFolder _models;
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _work = new();
    private readonly Func<ServerOptions, ServerOptions> _with;
    private TestServer? _server;

    private ModelLab(TemporaryFolder models, Func<ServerOptions, ServerOptions> with) => (_models, _with) = (models, with);

    public TestServer Server => _server ?? throw new InvalidOperationException("The server has not started.");

    public ModelService.ModelServiceClient Client => new(Server.Channel);

    public Metadata Key => new() { { RaterInterceptor.KeyEntry, File.ReadAllText(Path.Combine(Data, "admin.key")).Trim() } };

    public string Data => _data.Path;

    /// <summary>Another version in the place of the one that came with the installation; while there is no server.</summary>
    public void Install(string version)
    {
        var variant = Variant(version);
        Directory.Delete(Path.Combine(_models.Path, Id), recursive: true);
        Copy(variant, Path.Combine(_models.Path, Id));
    }

    /// <param name="scoring">With the model that describes elements for the scorer.</param>
    public static async Task<ModelLab> StartAsync(Func<ServerOptions, ServerOptions>? with = null, bool scoring = false)
    {
        var models = new TemporaryFolder();
        var shipped = Path.Combine(Repository.Root, "models");
        foreach (var id in scoring ? new[] { "layout-mini", "embed-mini" } : ["layout-mini"])
        {
            Copy(Path.Combine(shipped, id), Path.Combine(models.Path, id));
        }

        Copy(Path.Combine(Repository.Root, "tests", "Creative.Engine.Tests", "Models", Id), Path.Combine(models.Path, Id));

        // The sample brand names what the shipped model knows.
        var words = JsonNode.Parse(File.ReadAllText(Path.Combine(shipped, "elements-mini", "model.json")))!["prompts"]!;
        Change(Path.Combine(models.Path, Id), json => json["prompts"] = words.DeepClone());
        var lab = new ModelLab(models, with ?? (options => options));
        await lab.StartServerAsync();
        return lab;
    }

    /// <summary>Ends the server gracefully and starts one on the same data.</summary>
    /// <param name="meanwhile">What happens while there is none.</param>
    public async Task RestartAsync(Action? meanwhile = null)
    {
        await Server.DisposeAsync();
        meanwhile?.Invoke();
        await StartServerAsync();
    }

    private async Task StartServerAsync()
    {
        _server = await TestServer.StartAsync(options => _with(options with { Models = _models.Path, ElementsModel = Id }), data: _data.Path);
        await _server.ServingAsync();
    }

    /// <summary>A folder with another version: it lists one more file, so that its identity differs.</summary>
    public string Variant(string version, string note = "")
    {
        var folder = Path.Combine(_work.Path, $"{version}-{Guid.NewGuid():N}", Id);
        Copy(Path.Combine(_models.Path, Id), folder);
        File.WriteAllText(Path.Combine(folder, "notes.txt"), $"Version {version}. {note}");
        Change(folder, json =>
        {
            json["version"] = version;
            json["files"]!["notes.txt"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "notes.txt"))));
        });
        return folder;
    }

    public static void Change(string folder, Action<JsonNode> change)
    {
        var path = Path.Combine(folder, "model.json");
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        change(json);
        File.WriteAllText(path, json.ToJsonString());
    }

    /// <summary>The messages that send a folder as it is.</summary>
    public static IEnumerable<RegisterModelRequest> Upload(string folder, string version)
    {
        yield return new RegisterModelRequest { Header = new RegisterHeader { ModelId = Id, Version = version, Origin = new ModelOrigin { Datasets = { "ds_0123456789abcdef" }, BaseVersion = Shipped } } };
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            yield return new RegisterModelRequest { File = FileOf(Path.GetRelativePath(folder, file), bytes) };
            foreach (var piece in bytes.Chunk(4096))
            {
                yield return new RegisterModelRequest { Data = ByteString.CopyFrom(piece) };
            }
        }
    }

    public static RegisterFile FileOf(string path, byte[] bytes) => new() { Path = path, ByteSize = bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };

    public Task<ModelVersion> RegisterAsync(string version, string note = "") => SendAsync(Upload(Variant(version, note), version));

    public async Task<ModelVersion> SendAsync(IEnumerable<RegisterModelRequest> messages)
    {
        using var call = Client.RegisterModel(Key);
        try
        {
            foreach (var message in messages)
            {
                await call.RequestStream.WriteAsync(message);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            // Refused before the end: the answer says why.
        }

        return await call.ResponseAsync;
    }

    /// <summary>All that a comparison says, the comparison last.</summary>
    public async Task<IReadOnlyList<CompareModelsProgress>> CompareAsync(CompareModelsRequest request)
    {
        using var call = Client.CompareModels(request, Key);
        var steps = new List<CompareModelsProgress>();
        await foreach (var step in call.ResponseStream.ReadAllAsync())
        {
            steps.Add(step);
        }

        return steps;
    }

    public async Task<Comparison> CompareAsync(string candidate, int pairs, int onlyCandidate, int onlyBaseline, Action<JudgedPair, int>? with = null)
    {
        var given = new GivenPairs();
        for (var i = 0; i < pairs; i++)
        {
            var pair = new JudgedPair { ElementClass = $"class {i % 2}", Prompt = "gold coin", Seed = (ulong)i, BaselineUsable = i >= onlyCandidate, CandidateUsable = i < pairs - onlyBaseline };
            with?.Invoke(pair, i);
            given.Pairs.Add(pair);
        }

        return (await CompareAsync(new CompareModelsRequest { ModelId = Id, Candidate = candidate, Given = given }))[^1].Comparison;
    }

    public async Task<Model> PromoteAsync(string version, bool withoutComparison = true) => await Client.PromoteModelAsync(
        new PromoteModelRequest { ModelId = Id, Version = version, Why = $"trying {version}", WithoutComparison = withoutComparison }, Key);

    public async Task<Model> RollBackAsync() => await Client.RollBackModelAsync(new RollBackModelRequest { ModelId = Id, Why = "worse than it looked" }, Key);

    /// <summary>Renders one size; the seed tells renders apart.</summary>
    public async Task<Asset> RenderAsync(ulong seed)
    {
        var request = Given.Request(Given.Size(320, 100));
        request.Brief.Seed = seed;
        var events = await Server.Assets.Render(request).AllAsync();
        return events.Single(one => one.Asset is not null).Asset;
    }

    public static string PainterOf(Asset asset) => asset.Provenance.Models.Single(model => model.Id == Id).Version;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _models.Dispose();
        _data.Dispose();
        _work.Dispose();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
