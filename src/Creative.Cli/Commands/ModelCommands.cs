using System.CommandLine;
using Creative.Cli.Models;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative models</c>: versions of models, and which of them serve. Checking a folder belongs to the tools, since it needs no server.</summary>
internal static class ModelCommands
{
    private static readonly Argument<string> Id = new("model") { Description = "The model's id, such as elements-mini." };
    private static readonly Argument<string> Version = new("version") { Description = "A version, or challenger." };
    private static readonly Argument<string?> Challenger = new("version") { Description = "A version; none takes the challenger away.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string> Folder = new("dir") { Description = "A model folder." };
    private static readonly Option<string> Why = new("--why") { Description = "What the log of moves says.", Required = true };
    private static readonly Option<bool> Unchecked = new("--without-comparison") { Description = "Promote although no comparison speaks for it." };
    private static readonly Option<double> Share = new("--share") { Description = "Of the renders that the challenger paints, 0 to 1.", DefaultValueFactory = _ => 0.1 };
    private static readonly Option<string[]> Datasets = new("--dataset") { Description = "A dataset that it was trained on; may be repeated.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Base = new("--base") { Description = "The version that training began with." };
    private static readonly Option<string?> Settings = new("--settings") { Description = "JSON of how it was trained.", HelpName = "FILE" };
    private static readonly Option<string?> Evaluation = new("--evaluation") { Description = "JSON of what was measured.", HelpName = "FILE" };
    private static readonly Option<string?> Remarks = new("--remarks") { Description = "Anything else." };

    public static Command Create(CommonOptions common) => new("models", "Versions of models: register, compare, promote, roll back. `./creative models check DIR` checks a folder.")
    {
        List(common), Show(common), Register(common), Promote(common), RollBack(common), Challenge(common), CompareCommand.Create(common), CompareCommand.List(common),
    };

    private static Command List(CommonOptions common)
    {
        var command = new Command("list", "Lists the models and their versions.");
        common.Bind(command, _ => new ListModelsRequest(), async (call, request) =>
        {
            ModelView.ShowList(call, await call.Session.Models.ListModelsAsync(request, cancellationToken: call.Cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(CommonOptions common)
    {
        var command = new Command("show", "Shows a model, its versions and the moves of its aliases.") { Id };
        common.Bind(command, parsed => new GetModelRequest { Id = parsed.GetRequiredValue(Id) }, async (call, request) =>
            ModelView.Show(call, await call.Session.Models.GetModelAsync(request, cancellationToken: call.Cancellation)));
        return command;
    }

    private static Command Register(CommonOptions common)
    {
        var command = new Command("register", "Sends a model folder to the registry as a new version.") { Folder, Datasets, Base, Settings, Evaluation, Remarks };
        common.Bind(
            command,
            parsed => ModelFolder.Read(parsed.GetRequiredValue(Folder), new ModelOrigin
            {
                Datasets = { parsed.GetValue(Datasets) },
                BaseVersion = parsed.GetValue(Base) ?? "",
                SettingsJson = ModelFolder.Text(parsed.GetValue(Settings)),
                EvaluationJson = ModelFolder.Text(parsed.GetValue(Evaluation)),
                Remarks = parsed.GetValue(Remarks) ?? "",
            }),
            async (call, folder) => ModelView.ShowRegistered(call, await ModelUpload.SendAsync(call.Session.Models, folder, call.Cancellation)));
        return command;
    }

    private static Command Promote(CommonOptions common)
    {
        var command = new Command("promote", "Makes a version the champion; a comparison has to speak for it.") { Id, Version, Why, Unchecked };
        common.Bind(
            command,
            parsed => new PromoteModelRequest
            {
                ModelId = parsed.GetRequiredValue(Id),
                Version = parsed.GetRequiredValue(Version),
                Why = parsed.GetRequiredValue(Why),
                WithoutComparison = parsed.GetValue(Unchecked),
            },
            async (call, request) => ModelView.Show(call, await call.Session.Models.PromoteModelAsync(request, cancellationToken: call.Cancellation)));
        return command;
    }

    private static Command RollBack(CommonOptions common)
    {
        var command = new Command("rollback", "Makes the champion what it was before its last move.") { Id, Why };
        common.Bind(
            command,
            parsed => new RollBackModelRequest { ModelId = parsed.GetRequiredValue(Id), Why = parsed.GetRequiredValue(Why) },
            async (call, request) => ModelView.Show(call, await call.Session.Models.RollBackModelAsync(request, cancellationToken: call.Cancellation)));
        return command;
    }

    private static Command Challenge(CommonOptions common)
    {
        var command = new Command("challenge", "Gives a version a share of the traffic, or takes the challenger away.") { Id, Challenger, Share, Why };
        common.Bind(
            command,
            parsed => new SetChallengerRequest
            {
                ModelId = parsed.GetRequiredValue(Id),
                Version = parsed.GetValue(Challenger) ?? "",
                Share = parsed.GetValue(Challenger) is null ? 0 : parsed.GetValue(Share),
                Why = parsed.GetRequiredValue(Why),
            },
            async (call, request) => ModelView.Show(call, await call.Session.Models.SetChallengerAsync(request, cancellationToken: call.Cancellation)));
        return command;
    }
}
