using System.CommandLine;
using Creative.Cli.Delivery;
using Creative.Cli.Reading;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative render</c>: a brief in, files out.</summary>
internal static class RenderCommand
{
    private static readonly Option<string> BriefPath = new("--brief", "-b")
    {
        Description = "The brief, as proto3 JSON of creative.v1.Brief; - reads standard input.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string> Output = new("--out", "-o")
    {
        Description = "Folder for the files: DIR/campaign/v1/placement.jpg and so on.",
        HelpName = "DIR",
        Required = true,
    };

    private static readonly Option<string?> Placements = new("--placements", "-p")
    {
        Description = "Instead of the brief's: all, or ids and sizes such as iab_mrec,1200x628.",
        HelpName = "LIST",
    };

    private static readonly Option<int?> Variants = new("--variants") { Description = "Instead of the brief's: different concepts, 1 to 8." };

    private static readonly Option<ulong?> Seed = new("--seed") { Description = "Instead of the brief's: same seed, same files." };

    private static readonly Option<string?> Format = new("--format") { Description = "Instead of the brief's, where a placement takes it." };

    private static readonly Option<bool> FewSteps = new("--few-steps") { Description = "Paint with the model's few-step denoiser: several times faster." };

    private static readonly Option<int?> Candidates = new("--candidates") { Description = "Elements painted to choose each one from, 1 to 16." };

    private static readonly Option<bool> Previews = new("--previews") { Description = "Keep a small picture of each denoising step." };

    static RenderCommand() => Format.AcceptOnlyFromAmong("jpeg", "png", "webp", "avif");

    public static Command Create(CommonOptions common)
    {
        var command = new Command("render", "Renders a brief and writes the files.")
        {
            BriefPath, Output, Placements, Variants, Seed, Format, Candidates, FewSteps, Previews,
        };
        common.Bind(command, Read, RunAsync);
        return command;
    }

    /// <summary>What to ask for, before any server is started.</summary>
    private static Order Read(ParseResult parsed)
    {
        var brief = BriefFile.Read(parsed.GetRequiredValue(BriefPath));
        var placements = parsed.GetValue(Placements);
        var all = false;
        if (placements is not null)
        {
            var list = PlacementList.Parse(placements);
            all = list is null;
            brief.Placements.Clear();
            brief.Placements.AddRange(list ?? []);
        }

        brief.Variants = parsed.GetValue(Variants) ?? brief.Variants;
        brief.Seed = parsed.GetValue(Seed) ?? brief.Seed;
        brief.Format = parsed.GetValue(Format) is { } format ? Enum.Parse<ImageFormat>(format, ignoreCase: true) : brief.Format;
        var options = new RenderOptions { Previews = parsed.GetValue(Previews), Candidates = parsed.GetValue(Candidates) ?? 0, FewSteps = parsed.GetValue(FewSteps) };
        return new Order(brief, options, all, parsed.GetRequiredValue(Output));
    }

    private static async Task<int> RunAsync(CommandCall call, Order order)
    {
        var brief = order.Brief;
        if (order.AllPlacements)
        {
            var catalogue = await call.Session.Brands.ListPlacementsAsync(new ListPlacementsRequest(), cancellationToken: call.Cancellation);
            brief.Placements.AddRange(catalogue.Placements.Select(placement => new PlacementRef { Id = placement.Id }));
        }

        var folder = new CampaignFolder(order.Output, brief.Campaign);
        var view = RenderViews.For(call, brief.Campaign, brief.Placements.Count);
        using var stream = call.Session.Assets.Render(
            new RenderRequest { Brief = brief, Options = order.Options }, cancellationToken: call.Cancellation);
        var index = await new RenderRun(call.Session.Assets, folder, view).FollowAsync(brief, stream, call.Cancellation);
        return RenderResult.Show(call, index, folder.Folder);
    }

    private sealed record Order(Brief Brief, RenderOptions Options, bool AllPlacements, string Output);
}
