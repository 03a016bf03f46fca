using System.CommandLine;
using Creative.Cli.Models;
using Creative.Cli.Reading;
using Creative.Contract.V1;
using Grpc.Core;

namespace Creative.Cli.Commands;

/// <summary><c>creative models compare</c>: two versions on the same prompts and seeds.</summary>
internal static class CompareCommand
{
    private const long LargestFile = 64 << 20;

    private static readonly Argument<string> Id = new("model") { Description = "The model's id." };
    private static readonly Option<string?> Baseline = new("--baseline") { Description = "A version; default the champion." };
    private static readonly Option<string?> Candidate = new("--candidate") { Description = "A version; default the challenger." };
    private static readonly Option<string?> Prompts = new("--prompts") { Description = "Paint these with both, one prompt a line; the server's scorer judges.", HelpName = "FILE" };
    private static readonly Option<ulong> FirstSeed = new("--first-seed") { Description = "Of the seeds to paint with.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Seeds = new("--seeds") { Description = "Seeds for each prompt, 1 to 64.", DefaultValueFactory = _ => 4 };
    private static readonly Option<bool> FewSteps = new("--few-steps") { Description = "Paint with the few-step denoisers." };
    private static readonly Option<string?> Project = new("--project") { Description = "Compare by what designers said of both in this project." };
    private static readonly Option<string?> Pairs = new("--pairs") { Description = "Compare by verdicts given here: proto3 JSON of creative.v1.GivenPairs.", HelpName = "FILE" };
    private static readonly Option<double> ClassMargin = new("--class-margin") { Description = "What the usable rate of a class may fall by; default 0.1." };
    private static readonly Option<double> DimensionMargin = new("--dimension-margin") { Description = "What the mean of a dimension may fall by, in points; default 0.15." };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("compare", "Compares two versions on the same prompts and seeds; exit code 0 when the candidate may take over.")
        {
            Id, Baseline, Candidate, Prompts, FirstSeed, Seeds, FewSteps, Project, Pairs, ClassMargin, DimensionMargin,
        };
        common.Bind(command, Read, RunAsync);
        return command;
    }

    public static Command List(CommonOptions common)
    {
        var command = new Command("comparisons", "Lists the comparisons of a model, newest first.") { Id };
        common.Bind(command, parsed => new ListComparisonsRequest { ModelId = parsed.GetRequiredValue(Id) }, async (call, request) =>
        {
            ComparisonView.ShowList(call, await call.Session.Models.ListComparisonsAsync(request, cancellationToken: call.Cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="CliException">Not one of the three ways is named, or a file cannot be read.</exception>
    private static CompareModelsRequest Read(ParseResult parsed)
    {
        var request = new CompareModelsRequest
        {
            ModelId = parsed.GetRequiredValue(Id),
            Baseline = parsed.GetValue(Baseline) ?? "",
            Candidate = parsed.GetValue(Candidate) ?? "",
            Rule = new ComparisonRule { ClassMargin = parsed.GetValue(ClassMargin), DimensionMargin = parsed.GetValue(DimensionMargin) },
        };
        var (prompts, project, pairs) = (parsed.GetValue(Prompts), parsed.GetValue(Project), parsed.GetValue(Pairs));
        if (new[] { prompts, project, pairs }.Count(one => one is not null) != 1)
        {
            throw CliException.BadInput("A comparison needs exactly one source.", new Problem("", "name --prompts, --project or --pairs"));
        }

        if (prompts is not null)
        {
            var lines = System.Text.Encoding.UTF8.GetString(InputFile.Read(prompts, LargestFile)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            request.Painted = new PaintedPairs { Prompts = { lines }, FirstSeed = parsed.GetValue(FirstSeed), SeedsPerPrompt = parsed.GetValue(Seeds), FewSteps = parsed.GetValue(FewSteps) };
        }
        else if (project is not null)
        {
            request.Judged = new JudgedPairs { Project = project };
        }
        else
        {
            request.Given = InputFile.Parse<GivenPairs>(InputFile.Read(pairs!, LargestFile), pairs!, "pairs");
        }

        return request;
    }

    private static async Task<int> RunAsync(CommandCall call, CompareModelsRequest request)
    {
        Comparison? comparison = null;
        using var stream = call.Session.Models.CompareModels(request, cancellationToken: call.Cancellation);
        await foreach (var step in stream.ResponseStream.ReadAllAsync(call.Cancellation))
        {
            comparison = step.Comparison ?? comparison;
            if (comparison is null)
            {
                call.Terminal.Error.WriteLine($"{step.Done} of {step.Total} painted");
            }
        }

        return ComparisonView.Show(call, comparison!);
    }
}
