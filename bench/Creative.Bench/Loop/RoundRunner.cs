using System.Diagnostics;
using Creative.Cli.Datasets;
using Creative.Contract.V1;
using Creative.Core.Diffusion;
using Creative.Core.Statistics;
using Creative.Engine;
using Grpc.Core;

namespace Creative.Bench.Loop;

/// <summary>One turn: paint, score, freeze, export, fine-tune, register, compare, promote. Every step is a call that anyone can make.</summary>
internal sealed class RoundRunner(LoopSettings settings, LoopServer server, Team team, string weak)
{
    private const string Series = "proof";

    /// <summary>Wider than the service's own, since few pairs are compared in each round.</summary>
    private static readonly ComparisonRule Rule = new() { MaxP = 0.2, DimensionMargin = 0.3 };

    private readonly string _model = Path.GetFileName(weak);
    private readonly ElementVocabulary _vocabulary = ModelManifest.Read(weak).Elements!.Vocabulary;

    private readonly List<string> _projects = [];

    // What the next round trains on from. Not the champion alone: a version that is no worse but not surely better is not
    // promoted, and yet nobody would throw its training away.
    private string _start = "";

    /// <summary>Version and folder of the model that serves.</summary>
    public (string Version, string Folder) Champion { get; private set; } = ("", weak);

    public WilsonInterval Usable { get; private set; }

    public async Task<RoundResult> StartAsync()
    {
        _start = weak;
        Champion = ((await server.Admin.Models.GetModelAsync(new GetModelRequest { Id = _model })).Champion, weak);
        Usable = Measurement.UsableRate(weak, settings.Evaluated);
        return await KeepAsync(new RoundResult(0, 0, 0, 0, Champion.Version, "", Promoted: false, Usable, 0), new Round { Series = Series });
    }

    public async Task<RoundResult> RunAsync(int number)
    {
        var clock = Stopwatch.StartNew();
        var project = await OpenAsync($"round-{number}", new QueueMix());
        await GoldItems.AddAsync(server.Admin.Labeling, project);
        var shown = await PaintAsync(project, PromptDraw.OfRound(_vocabulary, number, settings.Painted), "champion");
        var judged = await team.JudgeAsync(project, settings.Labels);
        _projects.Add(project);

        var dataset = await server.Admin.Datasets.TakeSnapshotAsync(Snapshot(number));
        var folder = Path.Combine(settings.Output, $"round-{number}");
        var export = Path.Combine(folder, "export");
        await new ExportDownload(server.Admin.Calls, export).RunAsync(dataset.Id, "imagefolder", CancellationToken.None);
        var (tuned, version) = (Path.Combine(folder, _model), $"{Champion.Version.Split('.')[0]}.0.{number}");
        await Trainer.TrainAsync(settings, server.Url, server.Admin.Key, export, _start, folder, version);

        var (comparison, compared) = await CompareAsync(number, version);
        if (comparison.Promotable)
        {
            await server.Admin.Models.PromoteModelAsync(new PromoteModelRequest { ModelId = _model, Version = version, Why = $"Better in comparison {comparison.Id}." });
            Champion = (version, tuned);
            Usable = Measurement.UsableRate(tuned, settings.Evaluated);
        }

        _start = comparison.Overall.OnlyCandidate >= comparison.Overall.OnlyBaseline ? tuned : Champion.Folder;
        var result = new RoundResult(
            number, judged, compared, dataset.Items, version, string.Join(" ", comparison.Reasons), comparison.Promotable, Usable, clock.Elapsed.TotalMinutes);
        return await KeepAsync(result, new Round
        {
            Series = Series, Number = number, Project = project, Shown = shown, Judged = judged, Dataset = dataset.Id, Exported = dataset.Items,
            Training = $"filtered fine-tuning, {settings.Steps} steps", ModelId = _model, ModelVersion = version, Comparison = result.Verdict,
            Promoted = result.Promoted, Minutes = result.Minutes,
        });
    }

    private async Task<(Comparison Comparison, int Labels)> CompareAsync(int number, string version)
    {
        await server.Admin.Models.SetChallengerAsync(new SetChallengerRequest { ModelId = _model, Version = version, Why = $"Round {number}." });
        var project = await OpenAsync($"compare-{number}", new QueueMix { Random = 1 });
        foreach (var side in new[] { "champion", "challenger" })
        {
            await PaintAsync(project, PromptDraw.OfComparison(_vocabulary, number, settings.Compared), side);
        }

        var labels = await team.JudgeAsync(project, 2 * settings.Compared);
        using var call = server.Admin.Models.CompareModels(new CompareModelsRequest { ModelId = _model, Judged = new JudgedPairs { Project = project }, Rule = Rule });
        Comparison? comparison = null;
        await foreach (var step in call.ResponseStream.ReadAllAsync())
        {
            comparison = step.Comparison ?? comparison;
        }

        return (comparison ?? throw new InvalidOperationException("The comparison ended without one."), labels);
    }

    private TakeSnapshotRequest Snapshot(int number) => new()
    {
        Name = $"proof, rounds 1 to {number}",
        Query = new DatasetQuery { Projects = { _projects } },
        // Pictures of one prompt look alike; only copies are left out.
        Gates = new DatasetGates { MinGoldPassRate = 0.5, NearDuplicateBits = 0 },
    };

    private async Task<string> OpenAsync(string id, QueueMix mix)
    {
        await server.Admin.Labeling.PutProjectAsync(new PutProjectRequest { Project = new Project { Id = id, Name = id, ItemKind = "element", Mix = mix } });
        return id;
    }

    private async Task<int> PaintAsync(string project, IEnumerable<PromptBatch> batches, string side)
    {
        var painted = 0;
        foreach (var batch in batches)
        {
            var request = new PaintItemsRequest { Project = project, FirstSeed = batch.Seed, SeedsPerPrompt = 1, Model = side, Prompts = { batch.Prompts } };
            using var call = server.Admin.Labeling.PaintItems(request);
            await foreach (var step in call.ResponseStream.ReadAllAsync())
            {
                painted += step.ItemId.Length > 0 ? 1 : 0;
            }

            await Console.Error.WriteLineAsync($"    {project}: {painted} painted by the {side}");
        }

        return painted;
    }

    private async Task<RoundResult> KeepAsync(RoundResult result, Round round)
    {
        round.UsableRate = new Estimate { Value = result.Usable.Rate, Low = result.Usable.Low, High = result.Usable.High, Count = settings.Evaluated };
        await server.Admin.Datasets.PutRoundAsync(new PutRoundRequest { Round = round });
        return result;
    }
}
