using System.Globalization;
using Creative.Cli.Commands;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Models;

/// <summary>Shows models, their versions and the moves of their aliases.</summary>
internal static class ModelView
{
    public static void ShowList(CommandCall call, ListModelsResponse list)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(list));
            return;
        }

        ShowVersions(call.Terminal, list.Models.SelectMany(model => model.Versions));
    }

    public static int Show(CommandCall call, Model model)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(model));
            return ExitCode.Done;
        }

        ShowVersions(call.Terminal, model.Versions);
        if (model.Challenger.Length > 0)
        {
            call.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model.Challenger} paints {model.ChallengerShare * 100:0.#} % of the renders"));
        }

        if (model.Moves.Count > 0)
        {
            call.Terminal.Out.WriteLine();
            Tables.Write(
                call.Terminal,
                ["moved", "alias", "from", "to", "by", "why"],
                model.Moves.Select(string[] (move) => [$"{move.Time.ToDateTime():yyyy-MM-dd HH:mm:ss}", move.Alias, move.From, move.To, move.Who, move.Why]));
        }

        return ExitCode.Done;
    }

    public static int ShowRegistered(CommandCall call, ModelVersion version)
    {
        call.Terminal.Out.WriteLine(call.AsJson
            ? Json.Of(version)
            : $"{version.ModelId} {version.Version} {(version.Existed ? "was registered before" : "is registered")}: {version.Kind}, {Tables.Size(version.ByteSize)}, {version.Sha256}");
        return ExitCode.Done;
    }

    private static void ShowVersions(Terminal terminal, IEnumerable<ModelVersion> versions) => Tables.Write(
        terminal,
        ["model", "version", "kind", "alias", "loaded", "size#", "registered", "datasets"],
        versions.Select(string[] (version) =>
        [
            version.ModelId, version.Version, version.Kind, version.Alias, version.Loaded ? "yes" : "no", Tables.Size(version.ByteSize),
            version.Shipped ? "shipped" : $"{version.CreateTime.ToDateTime():yyyy-MM-dd HH:mm}", string.Join(' ', version.Origin?.Datasets ?? []),
        ]));
}
