using System.CommandLine;
using Creative.Cli.Reading;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative raters</c>: who judges, leads and administers.</summary>
internal static class RaterCommands
{
    private static readonly Argument<string> Id = new("rater") { Description = "The rater's id: 1 to 40 characters of [a-z0-9-]." };
    private static readonly Option<string> Name = new("--name") { Description = "Shown to leads only.", DefaultValueFactory = _ => "" };
    private static readonly Option<string> Locale = new("--locale") { Description = "zh-CN or en.", DefaultValueFactory = _ => "zh-CN" };
    private static readonly Option<string> Role = new("--role") { Description = "designer, lead or admin.", DefaultValueFactory = _ => "designer" };

    static RaterCommands()
    {
        Role.AcceptOnlyFromAmong("designer", "lead", "admin");
        Locale.AcceptOnlyFromAmong("zh-CN", "en");
    }

    public static Command Create(CommonOptions common) => new("raters", "Lists and makes raters, and gives them keys.")
    {
        List(common), Add(common), NewKey(common), Switch(common, "disable", "Switches a rater off: the key stops working at once.", disabled: true), Switch(common, "enable", "Switches a rater on again.", disabled: false),
    };

    private static Command List(CommonOptions common)
    {
        var command = new Command("list", "Lists the raters.");
        common.Bind(command, _ => new ListRatersRequest(), async (call, request) =>
        {
            LabelView.ShowRaters(call, await call.Session.Labels.ListRatersAsync(request, cancellationToken: call.Cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Add(CommonOptions common)
    {
        var command = new Command("add", "Makes a rater. The key is shown once and never again.") { Id, Name, Role, Locale };
        common.Bind(
            command,
            parsed => new Rater
            {
                Id = parsed.GetRequiredValue(Id),
                Name = parsed.GetValue(Name) ?? "",
                Role = Enum.Parse<RaterRole>(parsed.GetValue(Role)!, ignoreCase: true),
                Locale = parsed.GetValue(Locale) ?? "",
            },
            async (call, rater) =>
            {
                var known = await call.Session.Labels.ListRatersAsync(new ListRatersRequest(), cancellationToken: call.Cancellation);
                return known.Raters.Any(one => one.Id == rater.Id)
                    ? throw CliException.BadInput($"There is a rater '{rater.Id}' already.", new Problem("rater", "another key is given by `creative raters new-key`"))
                    : await PutAsync(call, new PutRaterRequest { Rater = rater });
            });
        return command;
    }

    private static Command NewKey(CommonOptions common)
    {
        var command = new Command("new-key", "Gives a rater another key; the old one stops working.") { Id };
        common.Bind(command, parsed => parsed.GetRequiredValue(Id), async (call, id) =>
            await PutAsync(call, new PutRaterRequest { Rater = await FindAsync(call, id), NewKey = true }));
        return command;
    }

    private static Command Switch(CommonOptions common, string name, string description, bool disabled)
    {
        var command = new Command(name, description) { Id };
        common.Bind(command, parsed => parsed.GetRequiredValue(Id), async (call, id) =>
        {
            var rater = await FindAsync(call, id);
            rater.Disabled = disabled;
            return await PutAsync(call, new PutRaterRequest { Rater = rater });
        });
        return command;
    }

    private static async Task<Rater> FindAsync(CommandCall call, string id)
    {
        var known = (await call.Session.Labels.ListRatersAsync(new ListRatersRequest(), cancellationToken: call.Cancellation)).Raters;
        return known.FirstOrDefault(rater => rater.Id == id)
            ?? throw CliException.BadInput($"There is no rater '{id}'.", new Problem("rater", Suggestion.For(id, known.Select(rater => rater.Id))));
    }

    private static async Task<int> PutAsync(CommandCall call, PutRaterRequest request)
    {
        LabelView.ShowRater(call, await call.Session.Labels.PutRaterAsync(request, cancellationToken: call.Cancellation));
        return ExitCode.Done;
    }
}
