using System.CommandLine;
using Creative.Cli.Labeling;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative items</c>, <c>creative events</c>: the material of judging, and the chain of what was judged.</summary>
internal static class ItemCommands
{
    private static readonly Argument<string> Folder = new("dir") { Description = "PNG files; beside NAME.png may lie NAME.json, a creative.v1.AddItemsRequest without image and project." };
    private static readonly Option<string> Project = new("--project", "-p") { Description = "The project's id.", Required = true };
    private static readonly Option<string[]> Prompts = new("--prompt") { Description = "In the model's words; may be repeated.", Required = true };
    private static readonly Option<int> Seeds = new("--seeds") { Description = "Seeds for each prompt, 1 to 64.", DefaultValueFactory = _ => 1 };
    private static readonly Option<ulong> FirstSeed = new("--first-seed") { Description = "The first of them.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> Model = new("--model") { Description = "champion, challenger or a version.", DefaultValueFactory = _ => "champion" };
    private static readonly Option<bool> FewSteps = new("--few-steps") { Description = "With the model's few-step denoiser." };

    public static Command Items(CommonOptions common) => new("items", "Brings in what designers judge.") { Add(common), Paint(common) };

    public static Command Events(CommonOptions common) => new("events", "The chain of all that was judged.") { Verify(common) };

    private static Command Add(CommonOptions common)
    {
        var command = new Command("add", "Puts the PNG files of a folder into a project. The same again changes nothing.") { Folder, Project };
        common.Bind(
            command,
            parsed => ItemFolder.Read(parsed.GetRequiredValue(Folder), parsed.GetRequiredValue(Project)),
            async (call, items) => await ItemUpload.RunAsync(call, items));
        return command;
    }

    private static Command Paint(CommonOptions common)
    {
        var command = new Command("paint", "Paints elements into a project: every prompt with every seed.") { Project, Prompts, Seeds, FirstSeed, Model, FewSteps };
        common.Bind(
            command,
            parsed => new PaintItemsRequest
            {
                Project = parsed.GetRequiredValue(Project),
                Prompts = { parsed.GetRequiredValue(Prompts) },
                SeedsPerPrompt = parsed.GetValue(Seeds),
                FirstSeed = parsed.GetValue(FirstSeed),
                Model = parsed.GetValue(Model) ?? "",
                FewSteps = parsed.GetValue(FewSteps),
            },
            async (call, request) => await ItemUpload.PaintAsync(call, request));
        return command;
    }

    private static Command Verify(CommonOptions common)
    {
        var command = new Command("verify", "Walks the chain of all events; exit code 1 when a link is broken.");
        common.Bind(command, _ => new VerifyEventsRequest(), async (call, request) =>
        {
            var chain = await call.Session.Labels.VerifyEventsAsync(request, cancellationToken: call.Cancellation);
            call.Terminal.Out.WriteLine(call.AsJson
                ? Json.Of(chain)
                : chain.Intact ? $"{chain.Events} events, intact, head {chain.Head}" : $"{chain.Events} events, broken at number {chain.BrokenAt}");
            return chain.Intact ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
