using System.CommandLine;
using Creative.Cli.Reading;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative brands</c>: the kits, and putting one in from a folder.</summary>
internal static class BrandCommands
{
    private static readonly Argument<string> Id = new("brand") { Description = "The brand's id." };
    private static readonly Argument<string> Folder = new("dir") { Description = "A folder with brand.json and its SVG files." };
    private static readonly Argument<string> Stored = new("version") { Description = "One of its versions; see brands versions." };
    private static readonly Option<bool> Draft = new("--draft") { Description = "Store it without publishing it: only briefs that name its version use it." };
    private static readonly Option<string?> Version = new("--brand-version") { Description = "Not the newest but this version." };

    public static Command Create(CommonOptions common) => new("brands", "Lists, shows, checks, stores and publishes brands.")
    {
        List(common), Show(common), Versions(common), Check(common), Put(common), Publish(common),
    };

    private static Command List(CommonOptions common)
    {
        var command = new Command("list", "Lists the brands.");
        common.Ask(command, _ => new ListBrandsRequest(), (session, request, options) => session.Brands.ListBrandsAsync(request, options), BrandView.ShowList);
        return command;
    }

    private static Command Show(CommonOptions common)
    {
        var command = new Command("show", "Shows one brand.") { Id, Version };
        common.Ask(
            command,
            parsed => new GetBrandRequest { Id = parsed.GetRequiredValue(Id), Version = parsed.GetValue(Version) ?? "" },
            (session, request, options) => session.Brands.GetBrandAsync(request, options),
            BrandView.Show);
        return command;
    }

    private static Command Versions(CommonOptions common)
    {
        var command = new Command("versions", "Lists the versions of a brand, the one in use first.") { Id };
        common.Ask(
            command,
            parsed => new ListBrandVersionsRequest { Id = parsed.GetRequiredValue(Id) },
            (session, request, options) => session.Brands.ListBrandVersionsAsync(request, options),
            BrandView.ShowVersions);
        return command;
    }

    private static Command Check(CommonOptions common)
    {
        var command = new Command("check", "Lists every problem of a brand folder at once; stores nothing.") { Folder };
        common.Bind(
            command,
            parsed => (Folder: parsed.GetRequiredValue(Folder), Read: BrandFolder.Inspect(parsed.GetRequiredValue(Folder))),
            async (call, asked) =>
            {
                var (answer, problems) = await BrandCheck.RunAsync(call.Session.Brands, asked.Read, call.Cancellation);
                call.Show(answer ?? throw BrandFolder.Invalid(asked.Folder, problems), (terminal, brand) => BrandView.ShowStanding(terminal, brand, "is in order"));
                return ExitCode.Done;
            });
        return command;
    }

    private static Command Put(CommonOptions common)
    {
        var command = new Command("put", "Stores a brand as a new version and publishes it.") { Folder, Draft };
        common.Ask(
            command,
            parsed => new PutBrandRequest { Brand = BrandFolder.Read(parsed.GetRequiredValue(Folder)), Draft = parsed.GetValue(Draft) },
            (session, request, options) => session.Brands.PutBrandAsync(request, options),
            (terminal, brand) => BrandView.ShowStanding(terminal, brand, brand.Draft ? "is stored as a draft" : "is stored"));
        return command;
    }

    private static Command Publish(CommonOptions common)
    {
        var command = new Command("publish", "Makes a stored version, draft or earlier one, the one in use.") { Id, Stored };
        common.Ask(
            command,
            parsed => new PublishBrandRequest { Id = parsed.GetRequiredValue(Id), Version = parsed.GetRequiredValue(Stored) },
            (session, request, options) => session.Brands.PublishBrandAsync(request, options),
            (terminal, brand) => BrandView.ShowStanding(terminal, brand, "is in use"));
        return command;
    }
}
