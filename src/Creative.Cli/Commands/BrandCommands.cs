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
    private static readonly Option<string?> Version = new("--brand-version") { Description = "Not the newest but this version." };

    public static Command Create(CommonOptions common) => new("brands", "Lists, shows, checks and stores brands.")
    {
        List(common), Show(common), Put(common, "put", "Stores a brand as a new version.", validateOnly: false), Put(common, "check", "Checks a brand, stores nothing.", validateOnly: true),
    };

    private static Command List(CommonOptions common)
    {
        var command = new Command("list", "Lists the brands.");
        common.Bind(command, _ => new ListBrandsRequest(), async (call, request) =>
        {
            BrandView.ShowList(call, await call.Session.Brands.ListBrandsAsync(request, cancellationToken: call.Cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(CommonOptions common)
    {
        var command = new Command("show", "Shows one brand.") { Id, Version };
        common.Bind(
            command,
            parsed => new GetBrandRequest { Id = parsed.GetRequiredValue(Id), Version = parsed.GetValue(Version) ?? "" },
            async (call, request) =>
            {
                BrandView.Show(call, await call.Session.Brands.GetBrandAsync(request, cancellationToken: call.Cancellation));
                return ExitCode.Done;
            });
        return command;
    }

    private static Command Put(CommonOptions common, string name, string description, bool validateOnly)
    {
        var command = new Command(name, description) { Folder };
        common.Bind(
            command,
            parsed => new PutBrandRequest { Brand = BrandFolder.Read(parsed.GetRequiredValue(Folder)), ValidateOnly = validateOnly },
            async (call, request) =>
            {
                var brand = await call.Session.Brands.PutBrandAsync(request, cancellationToken: call.Cancellation);
                call.Terminal.Out.WriteLine(call.AsJson ? Json.Of(brand) : $"{brand.Id} {brand.Version} {(validateOnly ? "is in order" : "is stored")}");
                return ExitCode.Done;
            });
        return command;
    }
}
