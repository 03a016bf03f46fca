using System.CommandLine;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative explain</c>: why an asset looks the way it does, on one screen.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Id = new("asset") { Description = "The asset's id." };
    private static readonly Option<string?> Language = new("--language") { Description = "zh-CN or en. Default: the brand's language." };

    static ExplainCommand() => Language.AcceptOnlyFromAmong("zh-CN", "en");

    public static Command Create(CommonOptions common)
    {
        var command = new Command("explain", "Says why an asset looks the way it does.") { Id, Language };
        common.Ask(
            command,
            parsed => new ExplainAssetRequest { Id = parsed.GetRequiredValue(Id), Language = parsed.GetValue(Language) ?? "" },
            (session, request, options) => session.Assets.ExplainAssetAsync(request, options),
            ExplanationView.Show);
        return command;
    }
}
