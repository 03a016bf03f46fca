using System.Text.Json;
using Creative.Cli.Serving;
using Creative.Contract.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Creative.Cli.Tests.WithServer;

public sealed class DatasetTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Project = "goldens";

    [Fact]
    public async Task Freezes_exports_goes_on_after_a_break_and_verifies()
    {
        await ScoreAsync();
        var taken = await RunAsync("datasets", "snapshot", "--name", "goldens", "--project", Project, "--score", "hue=1..5", "--json");
        Assert.True(taken.ExitCode == ExitCode.Done, taken.Error);
        using var dataset = JsonDocument.Parse(taken.Out);
        var id = dataset.RootElement.GetProperty("id").GetString()!;
        Assert.Contains(id, (await RunAsync("datasets", "list")).Out);
        Assert.Contains("selection", (await RunAsync("datasets", "show", id)).Out);

        var whole = server.Folder["whole"];
        var export = await RunAsync("datasets", "export", id, "--format", "imagefolder", "--out", whole);
        Assert.True(export.ExitCode == ExitCode.Done, export.Error);
        Assert.Equal(ExitCode.Done, (await RunAsync("datasets", "verify", whole)).ExitCode);

        // As an export that was stopped in the middle of an image leaves it.
        var broken = server.Folder["broken"];
        var image = Directory.EnumerateFiles(whole, "*.png", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(whole, file)).Order(StringComparer.Ordinal).First();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(broken, image))!);
        File.WriteAllBytes(Path.Combine(broken, image + ".part"), File.ReadAllBytes(Path.Combine(whole, image))[..1000]);
        File.WriteAllText(Path.Combine(broken, ".export"), $"{id}\nimagefolder\n{image}\n");
        foreach (var earlier in new[] { "DATASHEET.md", "splits.csv", "imagefolder/train/metadata.jsonl" })
        {
            File.Copy(Path.Combine(whole, earlier), Path.Combine(broken, earlier));
        }

        var resumed = await RunAsync("datasets", "export", id, "--format", "imagefolder", "--out", broken);
        Assert.True(resumed.ExitCode == ExitCode.Done, resumed.Error);
        Assert.Contains("to go on from where it had broken off", resumed.Out);
        var verified = await RunAsync("datasets", "verify", broken);
        Assert.True(verified.ExitCode == ExitCode.Done, verified.Error);

        File.AppendAllText(Path.Combine(broken, "splits.csv"), "x");
        var altered = await RunAsync("datasets", "verify", broken);
        Assert.Equal(ExitCode.Failed, altered.ExitCode);
        Assert.Contains("splits.csv", altered.Error);
        Assert.Equal(ExitCode.Usage, (await RunAsync("datasets", "export", id, "--format", "jsonl", "--out", broken)).ExitCode);
    }

    [Fact]
    public async Task Names_what_is_wrong_with_a_query_and_who_is_not_let_in()
    {
        var query = await RunAsync("datasets", "snapshot", "--name", "x", "--project", "nowhere", "--min-raters", "99");
        var stranger = await server.RunAsync("datasets", "list", "--key-file", server.Folder.Write("stranger.key", "nobody"));

        Assert.Equal(ExitCode.Usage, query.ExitCode);
        Assert.Contains("query.projects[0]", query.Error);
        Assert.Contains("query.min_raters", query.Error);
        Assert.NotEqual(ExitCode.Done, stranger.ExitCode);
        Assert.Contains("UNAUTHENTICATED", stranger.Error);
    }

    [Fact]
    public async Task Registers_promotes_and_shows_a_model()
    {
        var folder = Path.Combine(Installation.Root, "tests", "Creative.Engine.Tests", "Models", "tiny-elements");

        var registered = await RunAsync("models", "register", folder, "--dataset", "ds_0123456789abcdef", "--base", "0.9.0");
        Assert.True(registered.ExitCode == ExitCode.Done, registered.Error);
        Assert.Contains("is registered", registered.Out);
        Assert.Contains("was registered before", (await RunAsync("models", "register", folder)).Out);

        var pairs = server.Folder.Write("pairs.json", """{ "pairs": [ { "elementClass": "coin", "candidateUsable": true } ] }""");
        var compared = await RunAsync("models", "compare", "tiny-elements", "--candidate", "1.0.0", "--pairs", pairs);
        Assert.Contains("NOT_FOUND", compared.Error);

        var promoted = await RunAsync("models", "promote", "tiny-elements", "1.0.0", "--why", "the first");
        Assert.True(promoted.ExitCode == ExitCode.Done, promoted.Error);
        Assert.Contains("the first", promoted.Out);
        Assert.Contains("champion", (await RunAsync("models", "list")).Out);
        var back = await RunAsync("models", "rollback", "tiny-elements", "--why", "no reason");
        Assert.Contains("no earlier champion", back.Error);
    }

    private Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments) =>
        server.RunAsync([.. arguments, "--key-file", Path.Combine(server.Folder["data"], "admin.key")]);

    private async Task ScoreAsync()
    {
        var key = new Metadata { { "rater-key", File.ReadAllText(Path.Combine(server.Folder["data"], "admin.key")).Trim() } };
        using var channel = GrpcChannel.ForAddress(server.Url);
        var labels = new LabelingService.LabelingServiceClient(channel);
        await labels.PutProjectAsync(new PutProjectRequest { Project = new Project { Id = Project, Name = Project, ItemKind = "element" } }, key);
        using var call = labels.AddItems(key);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Installation.Root, "tests", "goldens", "StyleGoldenTests"), "*.png").Order(StringComparer.Ordinal))
        {
            await call.RequestStream.WriteAsync(new AddItemsRequest
            {
                Project = Project,
                Image = ByteString.CopyFrom(File.ReadAllBytes(file)),
                Origin = new ItemOrigin { Prompt = Path.GetFileNameWithoutExtension(file), ElementClass = "banner" },
            });
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            var item = call.ResponseStream.Current;
            Assert.Empty(item.Problems);
            var judged = await labels.SubmitAsync(
                new SubmitRequest
                {
                    Events =
                    {
                        new ScoreEvent { EventId = Guid.NewGuid().ToString("D"), Kind = EventKind.Score, Project = Project, ItemId = item.ItemId, Verdict = Verdict.Usable, Scores = { ["hue"] = 4 } },
                    },
                },
                key);
            Assert.Equal(SubmitState.Stored, Assert.Single(judged.Results).State);
        }

        await call.RequestStream.CompleteAsync();
    }
}
